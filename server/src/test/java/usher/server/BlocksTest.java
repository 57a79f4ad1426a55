package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Seats that an organizer keeps off sale.
@QuarkusTest
final class BlocksTest {

    private final Visitor ann = Visitor.stranger();

    @Test
    void blocked_seats_are_shown_as_such_and_cannot_be_held() {
        Sale sale = Sale.of(4);
        ann.post(sale.blocks(), sale.body(2, 3)).is(204);
        sale.seatIs(2, "blocked");
        Reply refused = ann.post(sale.seat(2, "hold")).isProblem(409, "seat-unavailable");
        assertEquals(sale.seatId(2), refused.text("/seats/0/seatId"));
        assertEquals(List.of(1, 4), numbers(ann.get(sale.seats()).is(200)));
        assertEquals(List.of(2, 3), numbers(ann.get(sale.seats() + "?status=blocked").is(200)));
        assertEquals(4, numbers(ann.get(sale.seats() + "?status=all").is(200)).size());
    }

    @Test
    void blocks_are_listed_by_their_notes() {
        Sale sale = Sale.of(9);
        Visitor.ann().post(sale.blocks(), noted(sale, "Kill: pillar", 5)).is(204);
        Visitor.ann().post(sale.blocks(), noted(sale, "House", 1, 2)).is(204);
        Visitor.bob().post(sale.blocks(), noted(sale, "House", 2, 3)).is(204);
        Visitor.bob().post(sale.blocks(), sale.body(9)).is(204);

        JsonNode items = ann.get(sale.blocks()).is(200).json().get("items");

        assertEquals(3, items.size());
        assertEquals(false, items.get(0).has("note"));
        assertEquals(Visitor.BOB.toString(), items.get(0).get("blockedBy").textValue());
        assertEquals("House", items.get(1).get("note").textValue());
        assertEquals(Visitor.ANN.toString(), items.get(1).get("blockedBy").textValue());
        assertEquals(
                List.of(sale.seatId(1), sale.seatId(2), sale.seatId(3)),
                texts(items.get(1).get("seats")));
        assertEquals("Kill: pillar", items.get(2).get("note").textValue());
    }

    @Test
    void seats_are_unblocked_by_name_or_all_at_once() {
        Sale sale = Sale.of(9);
        ann.post(sale.blocks(), sale.body(1, 2, 3)).is(204);
        delete(sale.blocks(), sale.body(2, 9)).is(204);
        sale.seatIs(1, "blocked");
        sale.seatIs(2, "available");
        ann.delete(sale.blocks()).is(204);
        assertEquals("{\"items\":[]}", ann.get(sale.blocks()).is(200).text());
        ann.delete(sale.blocks()).is(204);
    }

    @Test
    void what_somebody_has_is_not_blocked_and_each_seat_in_the_way_is_named() {
        Sale sale = Sale.of(9);
        ann.post(sale.seat(2, "hold")).is(200);
        ann.post(sale.seat(3, "hold")).is(200);
        ann.post(sale.seat(3, "reserve")).is(200);
        Reply refused =
                Visitor.bob()
                        .post(sale.blocks(), sale.body(1, 2, 3, 4))
                        .isProblem(409, "seat-unavailable");
        List<String> named = new ArrayList<>();
        for (JsonNode seat : refused.json().get("seats")) named.add(seat.get("seatId").asText());
        assertEquals(List.of(sale.seatId(2), sale.seatId(3)), named);
        sale.seatIs(1, "available");
    }

    @Test
    void a_whole_hall_is_blocked_in_one_call() {
        Sale sale = Sale.of(100_000);
        int[] all = IntStream.rangeClosed(1, 100_000).toArray();
        ann.post(sale.blocks(), sale.body(all)).is(204);
        sale.seatIs(100_000, "blocked");
        assertEquals("{\"items\":[]}", ann.get(sale.seats()).is(200).text());
        assertEquals(100_000, ann.get(sale.blocks()).is(200).json().at("/items/0/seats").size());
        delete(sale.blocks(), sale.body(all)).is(204);
        sale.seatIs(1, "available");
    }

    @Test
    void more_is_too_large() {
        byte[] body = " ".repeat((8 << 20) + 1).getBytes(StandardCharsets.UTF_8);
        ann.post(Sale.of(1).blocks(), body).isProblem(413, "payload-too-large");
    }

    @Test
    void an_event_has_a_hundred_blocks_at_most() {
        Sale sale = Sale.of(102);
        for (int seat = 1; seat <= 100; seat++) {
            ann.post(sale.blocks(), noted(sale, "note " + seat, seat)).is(204);
        }
        ann.post(sale.blocks(), noted(sale, "one more", 101)).isProblem(409, "block-limit-reached");
        ann.post(sale.blocks(), noted(sale, "note 1", 101)).is(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    seats       | {}
                    seats       | {'seats':[]}
                    seats[0]    | {'seats':['x']}
                    note        | {'seats':['x'],'note':5}
                    notes       | {'seats':['x'],'notes':''}
                    """)
    void a_wrong_field_is_named(String field, String body) {
        Reply refused = ann.post(Sale.of(1).blocks(), Json.of(body));
        JsonNode errors = refused.isProblem(422, "invalid-field").json().get("errors");
        assertEquals(true, errors.findValuesAsText("field").contains(field), errors.toString());
    }

    @Test
    void a_note_has_up_to_200_characters() {
        Sale sale = Sale.of(1);
        ann.post(sale.blocks(), noted(sale, "x".repeat(201), 1)).isWrongField("note");
        ann.post(sale.blocks(), noted(sale, "x".repeat(200), 1)).is(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]"})
    void a_body_that_is_none_unblocks_nothing(String body) {
        Sale sale = Sale.of(1);
        ann.post(sale.blocks(), sale.body(1)).is(204);
        delete(sale.blocks(), body).isProblem(400, "malformed-request");
        sale.seatIs(1, "blocked");
    }

    @Test
    void seats_beyond_the_last_are_not_found() {
        Sale sale = Sale.of(9);
        ann.post(sale.blocks(), sale.body(9, 10)).isProblem(404, "seat-not-found");
        delete(sale.blocks(), sale.body(10)).isProblem(404, "seat-not-found");
    }

    @Test
    void whoever_blocks_says_who_he_is() {
        Sale sale = Sale.of(1);
        Visitor nobody = Visitor.nobody();
        nobody.post(sale.blocks(), sale.body(1)).isProblem(401, "unauthorized");
        nobody.get(sale.blocks()).isProblem(401, "unauthorized");
        nobody.delete(sale.blocks()).isProblem(401, "unauthorized");
    }

    private Reply delete(String path, String body) {
        return ann.with("Content-Type", "application/json")
                .send("DELETE", path, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String noted(Sale sale, String note, int... seats) {
        return sale.body(seats).replace("]}", "],\"note\":\"" + note + "\"}");
    }

    private static List<Integer> numbers(Reply seats) {
        List<Integer> numbers = new ArrayList<>();
        seats.json().get("items").forEach(seat -> numbers.add(seat.get("number").intValue()));
        return numbers;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
