package usher.bench.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.bench.kill.Truth.Place;
import usher.bench.kill.Visit.Then;

/// Ledgers that lie in every way that a crash could make them lie, and ones that do not.
class JudgementTest {

    private static final UUID ANNA = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID BERT = UUID.fromString("00000000-0000-4000-8000-00000000000b");

    private final Map<Integer, Place> places = new HashMap<>();
    private final Judgement judgement =
            new Judgement((_, seat) -> places.getOrDefault(seat, Place.AVAILABLE));

    @Test
    void an_acknowledged_hold_that_is_there_is_true() {
        held(ANNA, 1, 2);
        assertTrue(isTrue(done(visit(Then.LEAVE, 1, 2))));
    }

    @Test
    void an_acknowledged_hold_that_is_gone_is_a_contradiction() {
        assertLie(done(visit(Then.LEAVE, 1)));
    }

    @Test
    void an_acknowledged_hold_of_which_a_seat_is_missing_is_a_contradiction() {
        held(ANNA, 1, 2);
        assertLie(done(visit(Then.LEAVE, 1, 2, 3)));
    }

    @Test
    void two_visitors_who_were_told_to_have_one_seat_contradict_the_ledger() {
        held(BERT, 1);
        Visit anna = done(visit(Then.LEAVE, 1));
        Visit bert = done(new Visit(0, BERT, new int[] {1}, Then.LEAVE));
        assertEquals(1, judgement.contradictions(List.of(anna, bert)).size());
    }

    @Test
    void a_refused_hold_that_is_there_is_a_contradiction() {
        Visit visit = visit(Then.LEAVE, 1);
        visit.asks();
        visit.isTold(false);
        assertTrue(isTrue(visit));
        held(ANNA, 1);
        assertLie(visit);
    }

    @Test
    void an_unanswered_hold_may_be_there_whole_or_not_at_all() {
        Visit visit = visit(Then.LEAVE, 1, 2);
        visit.asks();
        assertTrue(isTrue(visit));
        held(ANNA, 1, 2);
        assertTrue(isTrue(visit));
    }

    @Test
    void half_of_an_unanswered_hold_is_a_contradiction() {
        Visit visit = visit(Then.LEAVE, 1, 2);
        visit.asks();
        held(ANNA, 1);
        assertLie(visit);
    }

    @Test
    void an_acknowledged_reservation_must_be_one() {
        Visit visit = done(done(visit(Then.RESERVE, 1, 2)));
        held(ANNA, 1, 2);
        assertLie(visit);
        reserved(ANNA, 1);
        assertTrue(isTrue(visit));
    }

    @Test
    void an_acknowledged_release_must_not_come_back() {
        Visit visit = done(done(visit(Then.RELEASE, 1, 2)));
        held(ANNA, 2);
        assertTrue(isTrue(visit));
        held(BERT, 1);
        assertTrue(isTrue(visit));
        held(ANNA, 1);
        assertLie(visit);
    }

    @Test
    void an_unanswered_reservation_may_have_been_made_or_not() {
        Visit visit = done(visit(Then.RESERVE, 1));
        visit.asks();
        held(ANNA, 1);
        assertTrue(isTrue(visit));
        reserved(ANNA, 1);
        assertTrue(isTrue(visit));
        places.remove(1);
        assertLie(visit);
    }

    @Test
    void a_reservation_that_nobody_asked_for_is_a_contradiction() {
        Visit visit = done(visit(Then.LEAVE, 1));
        reserved(ANNA, 1);
        assertLie(visit);
    }

    @Test
    void a_contradiction_tells_journal_and_ledger() {
        List<String> told = judgement.contradictions(List.of(done(visit(Then.LEAVE, 7))));
        assertTrue(told.getFirst().contains(ANNA.toString()), told.getFirst());
        assertTrue(told.getFirst().contains("seats [7]: hold DONE"), told.getFirst());
        assertTrue(told.getFirst().contains("7=Place[status=available"), told.getFirst());
    }

    private void assertLie(Visit visit) {
        assertEquals(1, judgement.contradictions(List.of(visit)).size(), visit.toString());
    }

    private boolean isTrue(Visit visit) {
        return judgement.contradictions(List.of(visit)).isEmpty();
    }

    private void held(UUID user, int... seats) {
        for (int seat : seats) places.put(seat, new Place("held", user));
    }

    private void reserved(UUID user, int seat) {
        places.put(seat, new Place("reserved", user));
    }

    private static Visit visit(Then then, int... seats) {
        return new Visit(0, ANNA, seats, then);
    }

    private static Visit done(Visit visit) {
        visit.asks();
        visit.isTold(true);
        return visit;
    }
}
