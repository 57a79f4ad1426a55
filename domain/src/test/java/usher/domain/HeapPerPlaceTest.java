package usher.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usher.domain.event.Policy;

/// Goal Z1 of the design, counted; the bench measures it on a real heap.
final class HeapPerPlaceTest {

    private static final int PLACES = 100_000;

    private final BoxOffice office =
            new BoxOffice(Scenario.event(PLACES, new Policy(60, 0, 0, 0, 5)));

    @BeforeEach
    void the_event_is_open() {
        office.apply(Scenario.opened(office.event().definition(), 0));
    }

    @Test
    void a_place_that_nobody_held_costs_less_than_a_byte() {
        assertAtMost(1, "available");
    }

    @Test
    void a_place_that_is_blocked_costs_no_more_than_its_number() {
        int[] all = IntStream.rangeClosed(1, PLACES).toArray();
        office.apply(Person.ORGANIZER.blocked("not on sale yet", all));
        assertAtMost(5, "blocked");
    }

    @Test
    void a_place_that_another_user_each_has_costs_at_most_96_bytes() {
        IntStream.rangeClosed(1, PLACES)
                .forEach(seat -> office.apply(Person.numbered(seat).held(seat)));
        assertAtMost(96, "held");
        IntStream.rangeClosed(1, PLACES)
                .forEach(seat -> office.apply(Person.numbered(seat).reservedAs(null, seat)));
        assertAtMost(96, "reserved");
    }

    private void assertAtMost(int limit, String status) {
        double bytes = Footprint.bytesOf(office) / (double) PLACES;
        assertTrue(bytes <= limit, () -> bytes + " B a place that is " + status);
    }
}
