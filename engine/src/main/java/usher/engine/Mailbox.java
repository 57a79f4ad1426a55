package usher.engine;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for one event, bounded; what is urgent goes first.
///
/// Urgent asks free seats or settle money. They have a bound of their own, so that a crowd that
/// wants seats cannot keep out what gives seats back.
final class Mailbox {

    private final int commandsMax;
    private final ArrayDeque<Submission> urgent = new ArrayDeque<>();
    private final ArrayDeque<Submission> others = new ArrayDeque<>();

    Mailbox(int commandsMax) {
        this.commandsMax = commandsMax;
    }

    /// Takes `submission` in, unless its lane is full.
    boolean offer(Submission submission) {
        ArrayDeque<Submission> lane = lane(submission);
        if (lane.size() >= commandsMax) return false;
        lane.addLast(submission);
        return true;
    }

    @Nullable Submission poll() {
        Submission first = urgent.pollFirst();
        return first != null ? first : others.pollFirst();
    }

    /// The first of those that have waited for too long; null if nobody has.
    @Nullable Submission pollOverdue(long nowNanos, long answerWithinMillis) {
        Submission overdue = pollOverdue(urgent, nowNanos, answerWithinMillis);
        return overdue != null ? overdue : pollOverdue(others, nowNanos, answerWithinMillis);
    }

    private static @Nullable Submission pollOverdue(
            ArrayDeque<Submission> lane, long nowNanos, long answerWithinMillis) {
        Submission first = lane.peekFirst();
        boolean waits = first == null || !first.isOverdue(nowNanos, answerWithinMillis);
        return waits ? null : lane.pollFirst();
    }

    /// Puts back what was taken out, in front and in its old order.
    void putBack(List<Submission> submissions) {
        for (int i = submissions.size() - 1; i >= 0; i--) {
            lane(submissions.get(i)).addFirst(submissions.get(i));
        }
    }

    boolean isEmpty() {
        return urgent.isEmpty() && others.isEmpty();
    }

    int size() {
        return urgent.size() + others.size();
    }

    private ArrayDeque<Submission> lane(Submission submission) {
        return submission.urgent() ? urgent : others;
    }
}
