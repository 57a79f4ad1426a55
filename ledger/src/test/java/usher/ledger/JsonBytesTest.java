package usher.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class JsonBytesTest {

    private final JsonBytes json = new JsonBytes(1);

    @Test
    void commas_come_by_themselves() {
        json.beginObject();
        json.field("a").beginArray().value(1).value(-2).value("x").value(true).endArray();
        json.field("b").beginObject().endObject();
        json.field("c").beginArray().beginArray().endArray().beginObject().endObject().endArray();
        json.field("d").nullValue().field("e").value(false).field("f").plain("y").endObject();
        assertEquals(
                """
                {"a":[1,-2,"x",true],"b":{},"c":[[],{}],"d":null,"e":false,"f":"y"}\
                """,
                json.toString());
    }

    @Test
    void what_looks_like_a_bracket_inside_a_string_is_none() {
        json.beginArray().value("[").value("{").value(":").value(",").value("").endArray();
        assertEquals("[\"[\",\"{\",\":\",\",\",\"\"]", json.toString());
    }

    @Test
    void what_was_rendered_before_is_copied_as_it_is() {
        byte[] rendered = "xx{\"seat\":7}yy".getBytes(UTF_8);
        json.beginArray().raw(rendered, 2, 10).put(',').raw("[]".getBytes(UTF_8)).ascii("]");
        assertEquals("[{\"seat\":7},[]]", json.toString());
    }

    @Test
    void it_grows_and_is_used_again() {
        json.value("é".repeat(100_000));
        assertEquals(200_002, json.size());
        byte[] grown = json.array();
        json.clear().value("short");
        assertEquals("\"short\"", json.toString());
        assertSame(grown, json.array());
        assertArrayEquals("\"short\"".getBytes(UTF_8), json.toByteArray());
    }
}
