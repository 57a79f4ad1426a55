package usher.engine;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
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

    /// Hands over those who have waited for too long.
    void forEachOverdue(long nowNanos, long answerWithinMillis, Consumer<Submission> action) {
        forEachOverdue(urgent, nowNanos, answerWithinMillis, action);
        forEachOverdue(others, nowNanos, answerWithinMillis, action);
    }

    private static void forEachOverdue(
            ArrayDeque<Submission> lane,
            long nowNanos,
            long answerWithinMillis,
            Consumer<Submission> action) {
        while (!lane.isEmpty() && lane.getFirst().isOverdue(nowNanos, answerWithinMillis)) {
            action.accept(lane.removeFirst());
        }
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
