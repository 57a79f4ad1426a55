package usher.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.Fact;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// The entry that a stream is filling or has sent: its facts, and who waits for them.
///
/// Asks that made no facts wait here too, if they were decided on facts that are not durable yet,
/// or that another node may have added to.
final class OpenEntry {

    private final List<Fact> facts = new ArrayList<>();
    private final List<Decided> waiting = new ArrayList<>();
    private long acceptUntilMillis = Long.MAX_VALUE;
    private @Nullable Append sealed;
    private boolean mayBeWritten;

    boolean isEmpty() {
        return waiting.isEmpty() && sealed == null;
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    List<Fact> facts() {
        return facts;
    }

    void add(List<Fact> more, long acceptableUntilMillis) {
        facts.addAll(more);
        acceptUntilMillis = Math.min(acceptUntilMillis, acceptableUntilMillis);
    }

    void add(Decided decided) {
        waiting.add(decided);
    }

    /// What is to be appended, now or once more; null: nothing yet.
    @Nullable Append sealed() {
        return sealed;
    }

    /// From now on nothing is added: this is to be appended.
    Append seal(StreamId stream, Position follows, long id, long deadlineMillis) {
        Append append =
                new Append(
                        stream,
                        follows,
                        id,
                        facts,
                        Keys.filing(facts),
                        deadlineMillis,
                        acceptUntilMillis);
        sealed = append;
        return append;
    }

    /// Whether `entry`, found in the ledger, is this one: an append without a reply had succeeded.
    boolean isWrittenAs(Entry entry) {
        Append mine = sealed;
        return mine != null && !mine.isCheck() && entry.position().equals(mine.position());
    }

    /// Nobody knows how an append of this ended.
    void mayBeWritten(boolean possible) {
        mayBeWritten = possible;
    }

    /// Whether an append of it may have been written, or may still be.
    boolean mayBeWritten() {
        return mayBeWritten && hasFacts();
    }

    /// Hands over everybody who waits; nobody does any more.
    void forEachWaiting(Consumer<Decided> action) {
        waiting.forEach(action);
        waiting.clear();
    }

    /// Hands over those who have waited for too long, and goes on without them.
    void forEachOverdue(long nowNanos, long answerWithinMillis, Consumer<Decided> action) {
        waiting.removeIf(
                decided -> {
                    boolean overdue = decided.submission().isOverdue(nowNanos, answerWithinMillis);
                    if (overdue) action.accept(decided);
                    return overdue;
                });
    }

    List<Submission> submissions() {
        List<Submission> submissions = new ArrayList<>(waiting.size());
        for (Decided decided : waiting) {
            submissions.add(decided.submission());
        }
        return submissions;
    }
}
