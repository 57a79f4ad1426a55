package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

@QuarkusTest
final class SeveralSeatsTest {

    private final Visitor ann = Visitor.stranger();
    private final Visitor bob = Visitor.stranger();

    @Test
    void several_seats_are_held_at_once_and_listed_as_mine() {
        Sale sale = Sale.of(9);
        Reply holds = hold(ann, sale, 7, 2, 5).is(200);
        assertEquals(List.of(2, 5, 7), numbers(holds));
        assertEquals(holds.json(), ann.get(sale.holds()).is(200).json());
        assertEquals(List.of(), numbers(bob.get(sale.holds()).is(200)));
    }

    @Test
    void if_one_seat_cannot_be_held_none_is_and_each_in_the_way_is_named() {
        Sale sale = Sale.of(9);
        hold(bob, sale, 2, 3).is(200);
        Reply refused = hold(ann, sale, 1, 2, 3, 4).isProblem(409, "seat-unavailable");
        List<String> named = new ArrayList<>();
        for (JsonNode seat : refused.json().get("seats")) named.add(seat.get("seatId").asText());
        assertEquals(List.of(sale.seatId(2), sale.seatId(3)), named);
        sale.seatIs(1, "available");
        sale.seatIs(4, "available");
    }

    @Test
    void a_thousand_seats_are_held_at_once() {
        Sale sale = Sale.with(1000, Json.of("{'heldSeatsPerUser':1000}"));
        int[] all = IntStream.rangeClosed(1, 1000).toArray();
        assertEquals(1000, numbers(hold(ann, sale, all).is(200)).size());
        ann.delete(sale.holds()).is(204);
    }

    @Test
    void a_seat_that_is_asked_for_twice_is_held_once() {
        Sale sale = Sale.of(9);
        assertEquals(List.of(4), numbers(hold(ann, sale, 4, 4).is(200)));
    }

    @Test
    void seats_beyond_the_last_are_not_found_and_nothing_is_held() {
        Sale sale = Sale.of(9);
        Reply refused = hold(ann, sale, 9, 10).isProblem(404, "seat-not-found");
        assertEquals(sale.seatId(10), refused.text("/seats/0/seatId"));
        sale.seatIs(9, "available");
    }

    @Test
    void ids_that_are_no_seats_of_this_event_are_named_by_their_places() {
        Sale sale = Sale.of(9);
        Sale other = Sale.of(9);
        String body =
                "{'seats':['%s','x','%s','%s']}"
                        .formatted(sale.seatId(1), other.seatId(1), sale.id());
        Reply refused = ann.post(sale.holds(), Json.of(body)).isProblem(422, "invalid-field");
        List<String> named = new ArrayList<>();
        for (JsonNode error : refused.json().get("errors")) named.add(error.get("field").asText());
        assertEquals(List.of("seats[1]", "seats[2]", "seats[3]"), named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    seats       | {}
                    seats       | {'seats':null}
                    seats       | {'seats':[]}
                    seats       | {'seats':'all'}
                    seats[0]    | {'seats':[1]}
                    seats[0]    | {'seats':[null]}
                    seats       | {'seat':[]}
                    """)
    void a_list_of_seats_that_is_none_is_refused(String field, String body) {
        Reply refused = ann.post(Sale.of(1).holds(), Json.of(body));
        assertEquals(field, refused.isProblem(422, "invalid-field").text("/errors/0/field"));
    }

    @Test
    void more_than_a_thousand_seats_at_once_are_refused() {
        Sale sale = Sale.of(2000);
        hold(ann, sale, IntStream.rangeClosed(1, 1001).toArray()).isWrongField("seats");
    }

    @Test
    void all_of_mine_are_released_at_once_and_nobody_elses() {
        Sale sale = Sale.of(9);
        hold(ann, sale, 1, 2).is(200);
        hold(bob, sale, 3).is(200);
        ann.delete(sale.holds()).is(204);
        assertEquals(List.of(), numbers(ann.get(sale.holds()).is(200)));
        assertEquals(List.of(3), numbers(bob.get(sale.holds()).is(200)));
        ann.delete(sale.holds()).is(204);
    }

    private static Reply hold(Visitor visitor, Sale sale, int... numbers) {
        String seats =
                IntStream.of(numbers)
                        .mapToObj(number -> "'" + sale.seatId(number) + "'")
                        .collect(Collectors.joining(","));
        return visitor.post(sale.holds(), Json.of("{'seats':[%s]}".formatted(seats)));
    }

    private static List<Integer> numbers(Reply holds) {
        List<Integer> numbers = new ArrayList<>();
        holds.json().get("items").forEach(hold -> numbers.add(hold.get("number").intValue()));
        return numbers;
    }
}
