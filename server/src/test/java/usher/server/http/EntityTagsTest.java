package usher.server.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"42\"",
                "W/\"42\"",
                "\"1\", \"42\"",
                "\"42\",\"1\"",
                "W/\"x,y\" , W/\"42\"",
                "*",
                " * ",
                "\"\", \"42\""
            })
    void a_header_that_names_the_version_knows_it(String header) {
        assertTrue(EntityTags.knows(header, 42));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "\"4\"",
                "\"421\"",
                "\"142\"",
                "\"42",
                "42\"",
                "\"x42x\"",
                "\"1\", \"2\"",
                "\"a\"42\"b\"",
                "W/42"
            })
    void a_header_that_does_not_name_it_does_not(String header) {
        assertFalse(EntityTags.knows(header, 42));
    }

    @Test
    void who_sends_no_header_knows_nothing() {
        assertFalse(EntityTags.knows(null, 42));
    }
}
