package usher.bench.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.bench.kill.Visit.Then;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.selling.SeatsReserved;

/// Ledgers that have what visitors were told, and ones that have less or more.
class DeedsTest {

    private static final UserId ANNA = new UserId(new UUID(1, 1));
    private static final UserId BERT = new UserId(new UUID(2, 2));

    private final Deeds deeds = new Deeds();
    private final Visit visit = new Visit(0, ANNA.value(), new int[] {1, 2}, Then.RESERVE);

    @Test
    void an_acknowledged_hold_that_is_there_once_is_true() {
        is(held(ANNA, 1, 2));
        isTold(true);
        assertLies(0);
    }

    @Test
    void an_acknowledged_hold_that_is_gone_is_a_lie() {
        is(held(BERT, 1, 2));
        isTold(true);
        assertLies(1);
    }

    @Test
    void a_hold_that_was_made_twice_is_a_lie() {
        is(held(ANNA, 1, 2), held(ANNA, 1, 2));
        isTold(true);
        assertLies(1);
    }

    @Test
    void a_hold_of_fewer_seats_than_asked_for_is_a_lie_whatever_was_answered() {
        is(held(ANNA, 1));
        visit.asks();
        assertLies(1);
    }

    @Test
    void a_hold_without_an_answer_may_be_there_once_or_not_at_all() {
        visit.asks();
        assertLies(0);
        is(held(ANNA, 1, 2));
        assertLies(0);
        is(held(ANNA, 1, 2));
        assertLies(1);
    }

    @Test
    void a_refused_hold_that_is_there_is_a_lie() {
        isTold(false);
        assertLies(0);
        is(held(ANNA, 1, 2));
        assertLies(1);
    }

    @Test
    void a_reservation_is_there_as_often_as_it_was_acknowledged() {
        is(held(ANNA, 1, 2));
        isTold(true);
        isTold(true);
        assertLies(1);
        is(reserved(ANNA));
        assertLies(0);
        is(reserved(ANNA));
        assertLies(1);
    }

    @Test
    void what_was_never_asked_for_is_a_lie() {
        is(held(ANNA, 1, 2), new HoldsReleased(Cause.of(2, ANNA, "r"), SeatSet.of(1)));
        isTold(true);
        assertLies(1);
    }

    private void is(Fact... facts) {
        List.of(facts).forEach(deeds::add);
    }

    private void isTold(boolean done) {
        visit.asks();
        visit.isTold(done);
    }

    private void assertLies(int count) {
        assertEquals(count, deeds.contradictions(List.of(visit)).size());
    }

    private static Fact held(UserId user, int... seats) {
        return new SeatsHeld(Cause.of(1, user, "r"), user, SeatSet.of(seats), 9);
    }

    private static Fact reserved(UserId user) {
        return new SeatsReserved(Cause.of(2, user, "r"), user, SeatSet.of(1), null);
    }
}
