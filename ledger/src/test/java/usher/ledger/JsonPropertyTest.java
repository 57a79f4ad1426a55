package usher.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// JSON read and written by hand, as Jackson sees it.
class JsonPropertyTest {

    private static final ObjectMapper JACKSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\"\\u00e9\"",
        "\"\\ud800\"",
        "\"\\x\"",
        "\\",
        "\"\\\"\"",
        "0",
        "-",
        "1",
        "-0",
        "01",
        "1.5",
        ".5",
        "1.",
        "1e3",
        "1E-7",
        "1e",
        "12345678901",
        "true",
        "false",
        "null",
        "tru",
        "nul",
        " ",
        "\t",
        "\n",
        "\r",
        "\f",
        "\u0001",
        "\"\n\"",
        "é"
    };

    @Provide
    Arbitrary<String> texts() {
        return RandomEvents.texts();
    }

    /// Sequences of tokens, good and bad, mostly in the shape of a document.
    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> soup = pieces().list().ofMaxSize(8).map(list -> String.join("", list));
        return Arbitraries.oneOf(soup, values(3));
    }

    /// Values nested up to `depth` times.
    private static Arbitrary<String> values(int depth) {
        if (depth == 0) return pieces();
        Arbitrary<List<String>> inner = values(depth - 1).list().ofMaxSize(3);
        Arbitrary<String> commas = Arbitraries.of(",", " , ", ",", ",", ",", "", " ", ",,");
        Arbitrary<String> arrays =
                Combinators.combine(inner, commas)
                        .as((list, comma) -> "[" + String.join(comma, list) + "]");
        Arbitrary<String> objects =
                Combinators.combine(inner, commas)
                        .as((list, comma) -> "{" + String.join(comma, fields(list)) + "}");
        return Arbitraries.oneOf(pieces(), arrays, objects);
    }

    private static List<String> fields(List<String> values) {
        return values.stream().map(value -> "\"k\" :" + value).toList();
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    @Property(tries = 5000)
    void what_jackson_takes_for_json_is_json(@ForAll("documents") String document) {
        assertEquals(jacksonAccepts(document), weAccept(document), document);
    }

    @Property
    void written_strings_are_what_jackson_reads(@ForAll("texts") String text) throws IOException {
        assertEquals(
                text, JACKSON.readValue(new JsonBytes(1).value(text).toByteArray(), String.class));
    }

    @Property
    void strings_that_jackson_wrote_are_read(@ForAll("texts") String text)
            throws JsonProcessingException {
        String json = JACKSON.writeValueAsString(text.replaceAll("\\p{Cs}", "?"));
        assertEquals(text.replaceAll("\\p{Cs}", "?"), reader(json).stringValue());
    }

    @Property
    void written_numbers_are_javas(@ForAll long number) {
        assertEquals(Long.toString(number), new JsonBytes(1).value(number).toString());
    }

    @Property
    void numbers_come_back_as_they_were(@ForAll long number) {
        assertEquals(number, reader(Long.toString(number)).longValue());
    }

    @Property
    void uuids_are_written_and_read_like_javas(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);
        assertEquals("\"" + id + "\"", new JsonBytes(1).value(id).toString());
        assertEquals(id, reader("\"" + id + "\"").uuidValue());
        assertEquals(id, reader("\"" + id.toString().toUpperCase(Locale.ROOT) + "\"").uuidValue());
    }

    @Property
    void hexadecimal_digits_come_back_as_they_were(@ForAll long bits) {
        String hex = new JsonBytes(1).hex(bits).toString();
        assertEquals("%016x".formatted(bits), hex);
        assertEquals(bits, reader("\"" + hex + "\"").hexValue(1)[0]);
    }

    @Property
    void bytes_that_are_not_utf_8_are_refused(@ForAll("texts") String text, @ForAll Random random) {
        byte[] json =
                ("\"" + text.replaceAll("[\"\\\\\\p{Cc}\\p{Cs}]", "é") + "\"")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] broken = new byte[json.length + 1];
        int at = 1 + random.nextInt(json.length - 1);
        System.arraycopy(json, 0, broken, 0, at);
        broken[at] = (byte) 0xFF;
        System.arraycopy(json, at, broken, at + 1, json.length - at);
        assertThrows(
                LedgerException.class,
                () -> new JsonReader(broken, 0, broken.length).stringValue());
    }

    private static boolean jacksonAccepts(String document) {
        try {
            return !JACKSON.readTree(document.getBytes(StandardCharsets.UTF_8)).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean weAccept(String document) {
        try {
            JsonReader reader = reader(document);
            reader.skipValue();
            reader.end();
            return true;
        } catch (LedgerException e) {
            return false;
        }
    }

    private static JsonReader reader(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonReader(bytes, 0, bytes.length);
    }
}
