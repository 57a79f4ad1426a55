package usher.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.CorruptHistory;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.StateMachine;
import usher.domain.catalog.Catalog;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// Reads states back from the ledger: the newest snapshot that fits, and the entries after it.
/// Blocks; thread-safe.
public final class Loader {

    /// A state and the place in its stream that it belongs to.
    ///
    /// @param factsRead how many facts came after the snapshot
    public record Loaded(StateMachine state, Position position, int factsRead) {}

    private final Ledger ledger;
    private final int readEntriesMax;

    public Loader(Ledger ledger, int readEntriesMax) {
        this.ledger = ledger;
        this.readEntriesMax = readEntriesMax;
    }

    /// Brings `fresh`, a state in which nothing has happened, to the end of `stream`.
    ///
    /// @throws LedgerException if the stream cannot be read or contradicts itself
    public Loaded load(StreamId stream, StateMachine fresh) {
        try {
            Position position = restore(stream, fresh, Long.MAX_VALUE);
            int factsRead = 0;
            while (true) {
                List<Entry> page = ledger.read(stream, position.version(), readEntriesMax);
                for (Entry entry : page) {
                    apply(fresh, entry);
                    position = entry.position();
                    factsRead += entry.facts().size();
                }
                if (page.size() < readEntriesMax) return new Loaded(fresh, position, factsRead);
            }
        } catch (CorruptHistory corrupt) {
            throw new LedgerException("the history of " + stream + " is corrupt", corrupt);
        }
    }

    /// The entries of `stream` after number `after`, to its end.
    List<Entry> readAll(StreamId stream, long after) {
        List<Entry> all = ledger.read(stream, after, readEntriesMax);
        if (all.size() < readEntriesMax) return all;
        List<Entry> joined = new ArrayList<>(all);
        while (all.size() == readEntriesMax) {
            all = ledger.read(stream, joined.getLast().version(), readEntriesMax);
            joined.addAll(all);
        }
        return joined;
    }

    /// The answer to `decided` as it was given with entry [Decided#repeats]: from the state right
    /// after the facts that the idempotency key stands for.
    ///
    /// @param past a state of `stream` in which nothing has happened
    Answer answerAgain(StreamId stream, StateMachine past, Decided decided) {
        Position position = restore(stream, past, decided.repeats() - 1);
        while (position.version() < decided.repeats()) {
            List<Entry> page = ledger.read(stream, position.version(), readEntriesMax);
            if (page.isEmpty()) break;
            for (Entry entry : page) {
                if (entry.version() == decided.repeats()) {
                    List<Fact> made = madeUnder(decided.command().cause(), entry.facts());
                    int until = entry.facts().indexOf(made.getLast()) + 1;
                    entry.facts().subList(0, until).forEach(past::apply);
                    return past.answer(decided.command(), made);
                }
                apply(past, entry);
                position = entry.position();
            }
        }
        throw new LedgerException("entry %d of %s is gone".formatted(decided.repeats(), stream));
    }

    /// Starts from the newest snapshot up to `versionMax` that belongs to this history.
    private Position restore(StreamId stream, StateMachine fresh, long versionMax) {
        @Nullable Snapshot snapshot = ledger.snapshots().latest(stream);
        if (snapshot == null || snapshot.position().version() > versionMax) return Position.START;
        Position at = snapshot.position();
        List<Entry> entry = ledger.read(stream, at.version() - 1, 1);
        if (entry.isEmpty() || !entry.getFirst().position().equals(at)) return Position.START;
        fresh.restore(at.version(), snapshot.facts());
        return at;
    }

    private static void apply(StateMachine state, Entry entry) {
        if (entry.version() != state.version() + 1) {
            throw new CorruptHistory(
                    "entry %d follows entry %d".formatted(entry.version(), state.version()));
        }
        entry.facts().forEach(state::apply);
        state.closeEntry();
    }

    /// Those of `facts` that were made under the idempotency key of `cause`, which has one.
    private static List<Fact> madeUnder(Cause cause, List<Fact> facts) {
        List<Fact> made = new ArrayList<>();
        for (Fact fact : facts) {
            IdempotencyKey once = fact.cause().once();
            if (once != null && once.equals(cause.once())) made.add(fact);
        }
        if (made.isEmpty()) throw new CorruptHistory("no fact was made under the key");
        return made;
    }

    /// A state of the same stream in which nothing has happened.
    static StateMachine fresh(StateMachine like) {
        return switch (like) {
            case BoxOffice office -> new BoxOffice(office.event().definition());
            case Catalog _ -> new Catalog();
        };
    }
}
