package usher.domain.seating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usher.domain.BrokenInvariant;
import usher.domain.UndoLog;
import usher.domain.UserId;

/// Each invariant is seen broken once: what it says names the seat.
final class SeatInvariantsTest {

    private static final UserId ANN = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));

    private final SeatTable table = new SeatTable(300, new UndoLog());
    private final SeatRecords records = table.records();
    private final Holders holders = records.holders();

    /// Ann holds 1 and 2, Bob holds 3 and has 4, and his hold of 5 ran out.
    @BeforeEach
    void some_seats_are_taken() {
        table.put(1, SeatRecord.held(ANN, 0, 10));
        table.put(2, SeatRecord.held(ANN, 0, 30));
        table.put(3, SeatRecord.held(BOB, 0, 20));
        table.put(4, SeatRecord.reserved(BOB, 0));
        table.put(5, SeatRecord.expired(BOB));
    }

    @Test
    void nothing_is_broken_that_was_put() {
        table.check();
    }

    @Test
    void a_taken_seat_has_an_owner() {
        records.page(4).holder[4] = Holders.NOBODY;
        broken("seat 4 is RESERVED by nobody");
    }

    @Test
    void a_blocked_seat_has_no_owner() {
        records.write(4, records.holder(4), SeatRecord.BLOCKED);
        broken("seat 4 is blocked, and somebody has it");
    }

    @Test
    void the_seats_of_a_status_are_counted() {
        records.write(4, records.holder(4), SeatRecord.expired(BOB));
        broken("297 seats are AVAILABLE, counted as 296");
    }

    @Test
    void a_seat_changes_hands_with_all_that_is_counted() {
        records.page(3).holder[3] = records.holder(1);
        broken("user " + ANN + " is referred to by 3 seats, counted as 2");
    }

    @Test
    void what_each_user_holds_is_counted() {
        holders.count(records.holder(1), SeatStatus.HELD, 1);
        broken("user " + ANN + " holds 2 seats, counted as 3");
    }

    @Test
    void what_each_user_reserved_is_counted() {
        holders.count(records.holder(4), SeatStatus.RESERVED, -1);
        broken("user " + BOB + " reserved 1 seats, counted as 0");
    }

    @Test
    void nobody_is_known_to_whom_no_seat_refers() {
        holders.retain(new UserId(new UUID(0, 3)));
        broken("seats refer to 2 users, and 3 are known");
    }

    @Test
    void who_is_known_is_found() {
        holders.release(records.holder(1));
        holders.release(records.holder(1));
        holders.retain(new UserId(new UUID(0, 3)));
        holders.retain(new UserId(new UUID(0, 3)));
        records.page(1).holder[1] = 9;
        records.page(2).holder[2] = 9;
        broken("user " + new UserId(new UUID(0, 0)) + " cannot be found");
    }

    @Test
    void the_chain_of_a_user_has_his_seats_only() {
        records.page(2).link(2, 0, 3);
        broken("seat 3 is in the chain of " + ANN + " and not his");
    }

    @Test
    void the_chain_of_a_user_has_all_his_seats() {
        records.page(2).setNext(2, 0);
        broken("of 2 seats that " + ANN + " holds, 1 are in his chain");
    }

    @Test
    void a_chain_leads_back_as_well() {
        records.page(1).setPrevious(1, 0);
        broken("seat 1 is chained one way only");
    }

    @Test
    void a_chain_ends() {
        records.page(1).setNext(1, 2);
        records.page(2).setPrevious(2, 0);
        broken("seat 2 is chained one way only");
    }

    @Test
    void every_hold_has_its_deadline() {
        table.deadlines().remove(2);
        broken("seat 2 is held, and its deadline is forgotten");
    }

    @Test
    void there_is_no_deadline_without_a_hold() {
        records.write(9, 0, SeatRecord.FREE);
        table.deadlines().add(9);
        broken("4 deadlines of 3 holds");
    }

    @Test
    void the_first_deadline_is_the_earliest() {
        records.page(3).heldMillis[3] = 5;
        broken("the hold of seat 3 ends before that of seat 1, and waits behind it");
    }

    @Test
    void a_hold_ends_after_it_begins() {
        records.page(1).heldMillis[1] = 0;
        assertEquals(
                "a hold lasts 0 ms",
                assertThrows(IllegalStateException.class, table::check).getMessage());
    }

    private void broken(String sentence) {
        BrokenInvariant broken = assertThrows(BrokenInvariant.class, table::check);
        assertEquals(sentence, broken.getMessage());
    }
}
