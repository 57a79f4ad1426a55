package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

@QuarkusTest
final class SeatsTest {

    private final Visitor ann = Visitor.ann();
    private final Visitor nobody = Visitor.nobody();

    @Test
    void available_seats_are_listed_by_number_without_asking_who_calls() {
        Sale sale = Sale.of(5);
        ann.post(sale.seat(2, "hold")).is(200);
        Reply list = nobody.get(sale.seats()).is(200);
        assertEquals(List.of(1, 3, 4, 5), numbers(list));
        JsonNode first = list.json().at("/items/0");
        assertEquals(sale.seatId(1), first.get("id").asText());
        assertEquals(sale.id(), first.get("eventId").asText());
        assertEquals("available", first.get("status").asText());
        assertEquals(4, first.size());
    }

    @Test
    void seats_are_listed_by_status() {
        Sale sale = Sale.of(4);
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(2, "hold")).is(200);
        ann.post(sale.seat(2, "reserve")).is(200);
        assertEquals(List.of(3, 4), numbers(nobody.get(sale.seats() + "?status=available")));
        assertEquals(List.of(1), numbers(nobody.get(sale.seats() + "?status=held")));
        assertEquals(List.of(2), numbers(nobody.get(sale.seats() + "?status=reserved")));
        assertEquals(List.of(1, 2, 3, 4), numbers(nobody.get(sale.seats() + "?status=all")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "ALL", "BLOCKED", "available,held"})
    void a_status_that_is_none_is_refused(String status) {
        nobody.get(Sale.of(1).seats() + "?status=" + status).isWrongField("status");
    }

    @Test
    void a_sold_out_event_lists_nothing() {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "hold")).is(200);
        assertEquals("{\"items\":[]}", nobody.get(sale.seats()).is(200).text());
    }

    @Test
    void all_of_a_hundred_thousand_seats_are_listed() {
        Sale sale = Sale.of(100_000);
        List<Integer> numbers = numbers(nobody.get(sale.seats()).is(200));
        assertEquals(IntStream.rangeClosed(1, 100_000).boxed().toList(), numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"no\", %s", "W/\"a,b\",%s , \"c\"", "*", " * "})
    void who_knows_the_list_is_told_so(String header) {
        Sale sale = Sale.of(3);
        String tag = nobody.get(sale.seats()).is(200).header("ETag");
        Visitor knowing = nobody.with("If-None-Match", header.formatted(tag));
        Reply reply = knowing.get(sale.seats()).is(304);
        assertEquals(tag, reply.header("ETag"));
        assertEquals("", reply.text());
    }

    @Test
    void a_list_that_changed_has_another_tag() {
        Sale sale = Sale.of(3);
        String tag = nobody.get(sale.seats()).is(200).header("ETag");
        ann.post(sale.seat(1, "hold")).is(200);
        Reply changed = nobody.with("If-None-Match", tag).get(sale.seats()).is(200);
        assertNotEquals(tag, changed.header("ETag"));
        assertEquals(List.of(2, 3), numbers(changed));
    }

    @Test
    void whoever_has_an_answer_finds_it_in_the_next_list() {
        Sale sale = Sale.with(200, "{\"heldSeatsPerUser\":0}");
        List<Integer> left = new ArrayList<>(IntStream.rangeClosed(1, 200).boxed().toList());
        for (int number = 1; number <= 200; number++) {
            ann.post(sale.seat(number, "hold")).is(200);
            left.remove(Integer.valueOf(number));
            assertEquals(left, numbers(nobody.get(sale.seats()).is(200)));
        }
    }

    @Test
    void one_seat_is_shown_as_it_is_now() {
        Sale sale = Sale.of(2);
        Reply seat = nobody.get(sale.seat(2)).is(200);
        assertEquals(List.of("id", "eventId", "number", "status"), seat.fields());
        assertEquals(sale.seatId(2), seat.text("id"));
        sale.seatIs(2, "available");
        ann.post(sale.seat(2, "hold")).is(200);
        sale.seatIs(2, "held");
        ann.post(sale.seat(2, "reserve")).is(200);
        sale.seatIs(2, "reserved");
    }

    @Test
    void what_is_no_seat_of_this_event_is_not_found() {
        Sale sale = Sale.of(2);
        Sale other = Sale.of(2);
        for (String id : List.of("x", other.seatId(1), sale.id(), sale.seatId(3), "%20")) {
            String seat = sale.seats() + "/" + id;
            nobody.get(seat).isProblem(404, "seat-not-found");
            for (String what : List.of("hold", "refresh", "release", "reserve")) {
                ann.post(seat + "/" + what).isProblem(404, "seat-not-found");
            }
        }
    }

    private static List<Integer> numbers(Reply list) {
        List<Integer> numbers = new ArrayList<>();
        list.json().get("items").forEach(seat -> numbers.add(seat.get("number").intValue()));
        return numbers;
    }
}
