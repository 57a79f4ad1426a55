package usher.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/// The OpenAPI document as it stands in the sources.
public final class OpenApi {

    private static final JsonNode DOCUMENT = read();
    private static final String ID = "https://usher.test/openapi";
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder ->
                            builder.schemaLoaders(
                                    loaders -> loaders.schemas(Map.of(ID, DOCUMENT.toString()))));
    private static final Map<String, JsonSchema> BY_REFERENCE = new ConcurrentHashMap<>();

    private OpenApi() {}

    /// The whole document.
    public static JsonNode document() {
        return DOCUMENT;
    }

    /// Every path of the document, such as `/v1/events/{eventId}`.
    public static List<String> paths() {
        return namesIn(DOCUMENT.get("paths"));
    }

    /// The methods of a path, in capitals.
    public static List<String> methods(String path) {
        return namesIn(DOCUMENT.get("paths").get(path)).stream()
                .filter(name -> !name.equals("parameters"))
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
    }

    /// One operation; missing if there is none.
    public static JsonNode operation(String path, String method) {
        return DOCUMENT.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    /// What an operation says about a status; missing if it says nothing.
    static JsonNode response(String path, String method, int status) {
        return resolved(operation(path, method).path("responses").path(String.valueOf(status)));
    }

    /// What a reference leads to; anything else is itself.
    public static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : DOCUMENT.at(reference.substring(1));
    }

    /// The path that a request's path is one of; empty if there is none.
    static String templateOf(String path) {
        String plain = path.replaceAll("\\?.*", "");
        for (String template : paths()) {
            if (plain.matches(template.replaceAll("\\{[^}]+}", "[^/]+"))) return template;
        }
        return "";
    }

    /// What is wrong with `json` as an instance of the schema that `reference` leads to.
    public static Set<String> violations(String reference, JsonNode json) {
        JsonSchema schema =
                BY_REFERENCE.computeIfAbsent(
                        reference,
                        name -> SCHEMAS.getSchema(SchemaLocation.of(ID + name), WITH_FORMATS));
        Set<String> messages = new TreeSet<>();
        for (ValidationMessage message : schema.validate(json)) messages.add(message.toString());
        return messages;
    }

    private static List<String> namesIn(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    private static JsonNode read() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
