package usher.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Fact;
import usher.domain.UserId;
import usher.domain.selling.SeatsReserved;
import usher.ledger.Append;
import usher.ledger.Key;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// The entry that a stream is filling: its facts, and who waits for them.
///
/// Asks that made no facts wait here too, if they were decided on facts that are not durable yet.
final class OpenEntry {

    private final List<Fact> facts = new ArrayList<>();
    private final List<Decided> waiting = new ArrayList<>();
    private long acceptUntilMillis = Long.MAX_VALUE;

    boolean isEmpty() {
        return waiting.isEmpty();
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

    List<Decided> waiting() {
        return waiting;
    }

    void add(List<Fact> more, long acceptableUntilMillis) {
        facts.addAll(more);
        acceptUntilMillis = Math.min(acceptUntilMillis, acceptableUntilMillis);
    }

    void add(Decided decided) {
        waiting.add(decided);
    }

    /// What is to be appended: nobody adds anything any more.
    Append seal(StreamId stream, Position follows, long id, long deadlineMillis) {
        return new Append(stream, follows, id, facts, keys(), deadlineMillis, acceptUntilMillis);
    }

    List<Submission> submissions() {
        List<Submission> submissions = new ArrayList<>(waiting.size());
        for (Decided decided : waiting) {
            submissions.add(decided.submission());
        }
        return submissions;
    }

    private List<Key> keys() {
        @Nullable List<Key> keys = null;
        for (Fact fact : facts) {
            if (fact instanceof SeatsReserved reserved) {
                if (keys == null) keys = new ArrayList<>();
                keys.add(keyOf(reserved.user()));
            }
        }
        return keys == null ? List.of() : keys;
    }

    /// The word under which the events are found at which `user` has something for good.
    static Key keyOf(UserId user) {
        return new Key("user:" + user.value());
    }
}
