package usher.server.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/// The document that describes what Usher sends, as it stands in the sources.
@NullMarked
public final class AsyncApi {

    private static final JsonNode DOCUMENT = read();
    private static final String ID = "https://usher.test/asyncapi";
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder ->
                            builder.schemaLoaders(
                                    loaders -> loaders.schemas(Map.of(ID, DOCUMENT.toString()))));

    private AsyncApi() {}

    static JsonNode document() {
        return DOCUMENT;
    }

    /// The names of the messages that a channel has.
    static Set<String> messages(String channel) {
        return names(DOCUMENT.at("/channels/" + channel + "/messages"));
    }

    /// What is wrong with `payload` as that of the message `name`; what nobody described, too.
    public static Set<String> violations(String name, JsonNode payload) {
        Set<String> wrong = new TreeSet<>();
        SchemaLocation at = SchemaLocation.of(ID + "#/components/schemas/" + name);
        for (ValidationMessage message : SCHEMAS.getSchema(at, WITH_FORMATS).validate(payload)) {
            wrong.add(message.toString());
        }
        undescribed(DOCUMENT.at("/components/schemas/" + name), payload, name, wrong);
        return wrong;
    }

    private static void undescribed(
            JsonNode schema, JsonNode value, String path, Set<String> wrong) {
        List<JsonNode> schemas = new ArrayList<>();
        collect(schema, schemas);
        if (value.isObject()) {
            value.propertyStream()
                    .forEach(
                            field ->
                                    undescribed(
                                            property(schemas, field.getKey()),
                                            field.getValue(),
                                            path + "." + field.getKey(),
                                            wrong));
        } else if (value.isArray() && schemas.stream().anyMatch(s -> s.has("items"))) {
            JsonNode items = schemas.stream().filter(s -> s.has("items")).findFirst().orElseThrow();
            value.forEach(item -> undescribed(items.get("items"), item, path + "[]", wrong));
        }
        if (schemas.isEmpty()) wrong.add(path + " is not described");
    }

    /// `schema`, and all that it consists of.
    private static void collect(JsonNode schema, List<JsonNode> found) {
        if (schema.isMissingNode()) return;
        JsonNode reference = schema.path("$ref");
        if (reference.isTextual()) {
            collect(DOCUMENT.at(reference.textValue().substring(1)), found);
            return;
        }
        found.add(schema);
        schema.path("allOf").forEach(part -> collect(part, found));
    }

    private static JsonNode property(List<JsonNode> schemas, String name) {
        for (JsonNode schema : schemas) {
            JsonNode property = schema.path("properties").path(name);
            if (!property.isMissingNode()) return property;
        }
        return DOCUMENT.path("nothing");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("..", "docs", "asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
