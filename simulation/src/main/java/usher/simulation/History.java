package usher.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import usher.domain.Fact;
import usher.domain.StateMachine;
import usher.ledger.Entry;

/// All that ever happened in one stream, with the state at any moment of it.
final class History {

    private static final int ENTRIES_PER_CHECKPOINT = 16;

    private final Supplier<StateMachine> beginning;
    private final List<Entry> entries = new ArrayList<>();
    private final List<List<Fact>> checkpoints = new ArrayList<>();
    private final StateMachine head;

    /// A history in which nothing has happened.
    History(Supplier<StateMachine> beginning) {
        this.beginning = beginning;
        this.head = beginning.get();
    }

    /// The state now: after [#entries], and what was applied to it since.
    StateMachine head() {
        return head;
    }

    List<Entry> entries() {
        return entries;
    }

    long version() {
        return entries.size();
    }

    /// The facts of `entry`, all of which were applied to [#head], are durable.
    void close(Entry entry) {
        head.closeEntry();
        entries.add(entry);
        if (entries.size() % ENTRIES_PER_CHECKPOINT == 0) checkpoints.add(head.restate());
    }

    /// The state after entry `version`, as an instance of its own.
    StateMachine at(long version) {
        StateMachine state = beginning.get();
        int checkpoint = (int) version / ENTRIES_PER_CHECKPOINT;
        int from = checkpoint * ENTRIES_PER_CHECKPOINT;
        if (checkpoint > 0) state.restore(from, checkpoints.get(checkpoint - 1));
        return replay(state, from, (int) version);
    }

    /// The same as [#at], but folded from the first entry on.
    StateMachine replayed(long version) {
        return replay(beginning.get(), 0, (int) version);
    }

    /// Whether `isTrue` of the state at some moment since entry `version`, a moment being the time
    /// between two facts.
    boolean wasEver(long version, Predicate<StateMachine> isTrue) {
        if (isTrue.test(head)) return true;
        StateMachine state = at(version);
        if (isTrue.test(state)) return true;
        for (Entry entry : entries.subList((int) version, entries.size())) {
            for (Fact fact : entry.facts()) {
                state.apply(fact);
                if (isTrue.test(state)) return true;
            }
            state.closeEntry();
        }
        return false;
    }

    private StateMachine replay(StateMachine state, int from, int to) {
        for (Entry entry : entries.subList(from, to)) {
            entry.facts().forEach(state::apply);
            state.closeEntry();
        }
        return state;
    }
}
