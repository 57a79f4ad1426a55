package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.ledger.StreamId;

class MailboxTest {

    private final Mailbox mailbox = new Mailbox(2);
    private final Submission slow = submission(false, 0);
    private final Submission slower = submission(false, 1_000_000);
    private final Submission urgent = submission(true, 2_000_000);

    @Test
    void what_is_urgent_comes_out_first_and_the_rest_in_its_order() {
        mailbox.offer(slow);
        mailbox.offer(slower);
        mailbox.offer(urgent);
        assertEquals(List.of(urgent, slow, slower), drained());
    }

    @Test
    void each_lane_has_a_bound_of_its_own() {
        assertTrue(mailbox.offer(slow));
        assertTrue(mailbox.offer(slower));
        assertFalse(mailbox.offer(submission(false, 3)));
        assertTrue(mailbox.offer(urgent));
    }

    @Test
    void what_is_put_back_is_first_again() {
        mailbox.offer(slower);
        mailbox.putBack(List.of(urgent, slow));
        assertEquals(List.of(urgent, slow, slower), drained());
    }

    @Test
    void what_waited_for_too_long_is_found() {
        mailbox.offer(slow);
        mailbox.offer(slower);
        List<Submission> overdue = new ArrayList<>();
        mailbox.forEachOverdue(5_500_000, 5, overdue::add);
        assertEquals(List.of(slow), overdue);
        mailbox.forEachOverdue(6_500_000, 5, overdue::add);
        assertEquals(List.of(slow, slower), overdue);
        assertTrue(mailbox.isEmpty());
    }

    private List<Submission> drained() {
        List<Submission> all = new ArrayList<>();
        for (Submission s = mailbox.poll(); s != null; s = mailbox.poll()) all.add(s);
        return all;
    }

    private static Submission submission(boolean urgent, long sinceNanos) {
        Ask ask =
                _ -> {
                    throw new AssertionError("decided");
                };
        return new Submission(StreamId.CATALOG, ask, urgent, sinceNanos, _ -> {});
    }
}
