package usher.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// The states of all seats at two bits a place.
@QuarkusTest
final class StatesTest {

    private static final String RAW = "application/octet-stream";

    private final Visitor nobody = Visitor.nobody();
    private final Visitor ann = Visitor.stranger();

    @Test
    void each_seat_has_two_bits_the_first_in_the_lowest_of_the_first_byte() {
        Sale sale = Sale.of(6);
        ann.post(sale.seat(2, "hold")).is(200);
        ann.post(sale.seat(3, "hold")).is(200);
        ann.post(sale.seat(3, "reserve")).is(200);
        ann.post(sale.blocks(), sale.body(5)).is(204);

        Reply json = states(nobody, sale).is(200);

        assertEquals(List.of("version", "totalSeats", "states"), json.fields());
        assertEquals(6, json.json().get("totalSeats").intValue());
        byte[] expected = {0b00_10_01_00, 0b00_00_00_11};
        assertArrayEquals(expected, Base64.getDecoder().decode(json.text("states")));
        assertArrayEquals(expected, raw(sale).response().body());
    }

    @Test
    void a_hundred_thousand_places_are_25_kilobytes() {
        Sale sale = Sale.of(100_000);
        ann.post(sale.seat(100_000, "hold")).is(200);
        byte[] states = raw(sale).response().body();
        assertEquals(25_000, states.length);
        assertEquals(0b01_00_00_00, states[24_999]);
    }

    @Test
    void the_version_is_said_in_each_format() {
        Sale sale = Sale.of(6);
        ann.post(sale.seat(2, "hold")).is(200);
        Reply json = states(nobody, sale).is(200);
        assertEquals("1", json.text("version"));
        assertEquals("1", json.header("X-Event-Version"));
        assertEquals("1", raw(sale).header("X-Event-Version"));
        assertEquals("Accept", raw(sale).header("Vary"));
    }

    @Test
    void who_knows_the_version_in_its_format_is_told_that_it_is_still_that() {
        Sale sale = Sale.of(6);
        String json = states(nobody, sale).is(200).header("ETag");
        String raw = raw(sale).header("ETag");
        assertNotEquals(json, raw);

        Reply unchanged = states(nobody.with("If-None-Match", json), sale).is(304);
        assertEquals(json, unchanged.header("ETag"));
        assertEquals("Accept", unchanged.header("Vary"));
        states(nobody.with("If-None-Match", raw), sale).is(200);
        states(nobody.with("If-None-Match", raw).with("Accept", RAW), sale).is(304);
        states(nobody.with("If-None-Match", json).with("Accept", RAW), sale).is(200);

        ann.post(sale.seat(2, "hold")).is(200);
        states(nobody.with("If-None-Match", json), sale).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json, application/octet-stream",
                "application/octet-stream;q=0.5, application/json",
                "text/html, */*;q=0.1"
            })
    void json_is_for_all_who_do_not_prefer_bytes(String accept) {
        Reply reply = states(nobody.with("Accept", accept), Sale.of(2)).is(200);
        assertEquals("application/json", reply.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "application/octet-stream, application/json;q=0.5",
                "application/json;q=0, */*"
            })
    void bytes_are_for_those_who_do(String accept) {
        Reply reply = states(nobody.with("Accept", accept), Sale.of(2)).is(200);
        assertEquals(RAW, reply.header("Content-Type"));
    }

    @Test
    void other_formats_and_other_events_are_none() {
        states(nobody.with("Accept", "text/html"), Sale.of(2)).isProblem(406, "not-acceptable");
        nobody.get("/v1/events/no-uuid/states").isProblem(404, "event-not-found");
    }

    private Reply raw(Sale sale) {
        return states(nobody.with("Accept", RAW), sale).is(200);
    }

    private static Reply states(Visitor visitor, Sale sale) {
        return visitor.get(sale.path() + "/states");
    }
}
