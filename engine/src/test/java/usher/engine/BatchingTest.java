package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.TestNode.ANN;
import static usher.engine.TestNode.BOB;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.domain.Answer;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Refusal;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.HoldSeats;
import usher.ledger.StreamId;

/// Mailboxes, and what of them goes into one entry.
class BatchingTest {

    private final TestNode node = TestNode.alone();

    @Test
    void nothing_is_answered_before_it_is_written() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        assertTrue(ann.isOpen());
        assertEquals(List.of(), node.published);
        node.ledger.nextWrite().arrive();
        node.run();
        assertEquals(List.of(1), ann.heldSeats());
        assertEquals(node.entries(), node.published);
    }

    @Test
    void while_one_write_is_on_its_way_all_else_goes_into_the_next() {
        node.ledger.stopWrites();
        Told first = node.hold(ANN, 1);
        node.run();
        List<Told> rest = new ArrayList<>();
        for (int seat = 2; seat <= 6; seat++) rest.add(node.hold(ANN, seat));
        node.run();
        node.ledger.nextWrite().arrive();
        node.run();
        assertFalse(first.isOpen());
        assertTrue(rest.stream().allMatch(Told::isOpen));
        assertEquals(5, node.ledger.nextWrite().appends().getFirst().facts().size());
        assertFalse(node.ledger.hasWrite());
    }

    @Test
    void many_events_share_one_write() {
        EventId other = EventId.of(1, 77);
        node.list(other, null);
        node.run();
        holdAt(other, 1);
        node.run();
        node.ledger.stopWrites();
        node.hold(ANN, 1);
        node.run();
        node.hold(ANN, 2);
        holdAt(other, 2);
        node.run();
        node.ledger.nextWrite().arrive();
        node.run();
        assertEquals(2, node.ledger.nextWrite().appends().size());
    }

    @Test
    void an_early_ring_is_heard_only_where_something_is_written() {
        node.hold(ANN, 1);
        node.run();
        Told held = offered(ANN, 2);
        node.engine.ringEarly();
        node.run();
        assertEquals(List.of(2), held.heldSeats());

        node.hold(BOB, 2);
        node.run();
        Told refused = offered(BOB, 2);
        node.engine.ringEarly();
        node.run();
        assertTrue(refused.isOpen());
        node.engine.ring();
        node.run();
        refused.isRefused(Refusal.SEAT_UNAVAILABLE);
    }

    @Test
    void an_entry_has_a_bound_and_the_rest_follows_in_the_next() {
        EngineSettings twoPerEntry = new EngineSettings(64, 8, 2, 5_000, 2_000, 1_000, 600_000, 3);
        TestNode small = TestNode.alone(twoPerEntry);
        List<Told> all = new ArrayList<>();
        for (int seat = 1; seat <= 5; seat++) all.add(small.hold(ANN, seat));
        small.run();
        assertTrue(all.stream().noneMatch(Told::isOpen));
        assertEquals(3, small.entries().size());
    }

    @Test
    void what_frees_seats_goes_before_what_wants_them() {
        node.hold(ANN, 1);
        node.run();
        node.ledger.stopWrites();
        node.hold(ANN, 9);
        node.run();
        Told bob = node.hold(BOB, 1);
        Told ann = node.release(ANN, 1);
        node.run();
        node.ledger.letWrites();
        node.run();
        assertFalse(ann.isOpen());
        assertEquals(List.of(1), bob.heldSeats());
    }

    @Test
    void a_full_mailbox_says_so_and_still_takes_what_frees_seats() {
        node.hold(ANN, 1);
        node.run();
        node.ledger.stopWrites();
        node.hold(ANN, 2);
        node.run();
        for (int i = 0; i < TestNode.SETTINGS.mailboxCommandsMax(); i++) node.hold(ANN, 3);
        Told late = node.hold(BOB, 4);
        Told release = node.release(ANN, 1);
        node.run();
        node.ledger.letWrites();
        node.run();
        late.isOverloaded();
        assertEquals(new Result.Done(new Answer.Done()), release.result());
    }

    @Test
    void a_full_inbox_answers_on_the_spot() {
        Told last = node.hold(ANN, 1);
        for (int i = 0; i < TestNode.SETTINGS.inboxCommandsMax(); i++) last = node.hold(ANN, 1);
        last.isOverloaded();
    }

    @Test
    void what_waited_for_too_long_is_not_begun() {
        EngineSettings patient = new EngineSettings(64, 8, 2, 500, 2_000, 1_000, 600_000, 3);
        TestNode node = TestNode.alone(patient);
        node.ledger.stopWrites();
        node.hold(ANN, 1);
        node.run();
        Told late = node.hold(BOB, 2);
        node.run();
        node.pass(patient.answerWithinMillis() + 1);
        node.ledger.letWrites();
        node.run();
        late.isOverloaded();
        assertEquals(1, node.entries().size());
    }

    @Test
    void four_hundred_users_who_want_one_seat_make_one_owner() {
        EngineSettings wide = new EngineSettings(1024, 1024, 64, 5_000, 2_000, 1_000, 600_000, 3);
        TestNode sale = TestNode.alone(wide);
        List<Told> all = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            all.add(sale.hold(new UserId(new UUID(1, i)), 7));
        }
        sale.run();
        assertEquals(1, all.stream().filter(t -> t.result() instanceof Result.Done).count());
        all.stream()
                .filter(told -> !(told.result() instanceof Result.Done))
                .forEach(told -> told.isRefused(Refusal.SEAT_UNAVAILABLE));
    }

    /// Asks without a ring.
    private Told offered(UserId user, int seat) {
        Told told = new Told();
        node.engine.offer(
                TestNode.STREAM,
                false,
                at -> new HoldSeats(Cause.of(at, user, "test"), SeatSet.of(seat), 0),
                told);
        return told;
    }

    private void holdAt(EventId event, int seat) {
        node.ask(
                StreamId.of(event),
                false,
                at -> new HoldSeats(Cause.of(at, ANN, "test"), SeatSet.of(seat), 0));
    }
}
