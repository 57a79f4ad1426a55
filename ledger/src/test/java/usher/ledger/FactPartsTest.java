package usher.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong inside the parts of facts: definitions of events, keys, records of seats.
class FactPartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EventOpened   | `,\"event\":`      | `,\"vent\":`       | \"event\" is missing",
                "EventOpened   | `{\"id\":`         | `{\"di\":`         | \"id\" is missing",
                "EventOpened   | -7000-             | -4000-             | not the id of an event",
                "EventOpened   | `\"name\":`        | `\"game\":`        | \"name\" is missing",
                "EventOpened   | Käthes             | Käthe\\u00e        | UTF-8, and only known"
                        + " escapes",
                "EventOpened   | Käthes             | Käthe\\u00eİ       | UTF-8, and only known"
                        + " escapes",
                "EventOpened   | Käthes             | Käthe\\x           | UTF-8, and only known"
                        + " escapes",
                "EventOpened   | :100000            | :100001            | totalSeats must be 1 to",
                "EventOpened   | `\"totalSeats\":`  | `\"seats\":`       | \"totalSeats\" is"
                        + " missing",
                "EventOpened   | `\"createdAt\":`   | `\"created\":`     | \"createdAt\" is"
                        + " missing",
                "EventOpened   | T19:30:00Z         | T19:30:00          | not a time of RFC 3339:"
                        + " 2026",
                "EventOpened   | `\"policy\":`      | `\"police\":`      | \"policy\" is missing",
                "EventOpened   | `\"holdSeconds\":` | `\"hold\":`        | \"holdSeconds\" is"
                        + " missing",
                "EventOpened   | :3600              | :3601              | holdSeconds must be 1 to"
                        + " 3600",
                "EventOpened   | :3600              | :60,`\"holdSeconds\":`60 | twice",
                "VenueAdded    | `,\"venue\":`      | `,\"avenue\":`    | \"venue\" is missing",
                "VenueAdded    | `\"timeZone\":`    | `\"zone\":`        | \"timeZone\" is"
                        + " missing",
                "VenueAdded    | America/            | America/%           | not the name of a time"
                        + " zone",
                "VenueAdded    | `\"sections\":`    | `\"parts\":`       | \"sections\" is"
                        + " missing",
                "VenueAdded    | `\"createdAt\":`   | `\"created\":`     | \"createdAt\" is"
                        + " missing",
                "StatusChanged | ACTIVE             | ``                 | must be one of [ACTIVE,"
                        + " ",
                "StatusChanged | ACTIVE             | HELD               | must be one of [ACTIVE,"
                        + " ",
                "StatusChanged | `\"status\":`      | `\"state\":`       | \"status\" is missing",
                "StatusChanged | `\"key\":`         | `\"kez\":`         | \"key\" is missing",
                "StatusChanged | `\"body\":`        | `\"bodz\":`        | \"body\" is missing",
                "StatusChanged | 0123456789abcdef   | 0123456789abcde    | expected 32 hexadecimal",
                "StatusChanged | 0123456789abcdef   | 0123456789abcdeg   | expected hexadecimal",
                "SeatsRestated | HELD               | CANCELLED          | must be one of"
                        + " [AVAILABLE, ",
                "SeatsRestated | `\"owner\":`       | `\"own\":`         | nobody has it",
                "SeatsRestated | `\"until\":`       | `\"til\":`         | a hold lasts",
                "SeatsRestated | :3}                | :-1}               | refreshed -1 times",
                "SeatsRestated | :3}                | :3.0}              | expected a whole number",
                "SeatsRestated | :3}                | :4294967299}       | expected a number of 32"
                        + " bits",
                "KeysRestated  | `\"keys\":`        | `\"key\":`         | \"keys\" is missing",
                "KeysRestated  | `\"version\":104`  | `\"verse\":104`    | \"version\" is missing",
                "KeysRestated  | `\"version\":104`  | `\"version\":null` | expected a whole number",
            })
    void what_is_wrong_is_named(String fact, String part, String wrong, String complaint)
            throws IOException {
        String entry = Golden.entry(fact);
        assertTrue(entry.contains(part), entry);
        String broken = entry.replace(part, wrong.replace("`", ""));
        String message = complaintAbout(broken);
        assertTrue(message.startsWith("fact 1 of the entry: "), message);
        assertTrue(message.contains(complaint), message);
    }

    @Test
    void places_are_counted_from_where_the_entry_begins() {
        byte[] json = "xxx[5]".getBytes(StandardCharsets.UTF_8);
        LedgerException refused =
                assertThrows(LedgerException.class, () -> FactCodec.read(json, 3, 6));
        assertEquals(
                "fact 1 of the entry: byte 1 of the JSON: expected an object",
                refused.getMessage());
    }

    private static String complaintAbout(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return assertThrows(LedgerException.class, () -> FactCodec.read(bytes, 0, bytes.length))
                .getMessage();
    }
}
