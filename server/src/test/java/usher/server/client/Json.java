package usher.server.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// JSON as tests like to read it.
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// JSON that was written with single quotes.
    public static String of(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    /// What JSON that was written with single quotes says.
    public static JsonNode tree(String singleQuoted) {
        try {
            return MAPPER.readTree(of(singleQuoted));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
