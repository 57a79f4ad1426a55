package usher.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Fact;
import usher.domain.StateMachine;
import usher.ledger.Entry;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// What a stream's facts fold to: the last durable entry that is known here, and the state, which
/// may be ahead of it by one entry that can be taken back.
final class StreamState {

    private static final int FACTS_WORTH_A_SNAPSHOT = 1_000;

    private final StreamId id;
    private final Engine engine;
    private final ShownStates shown = new ShownStates();
    private @Nullable StateMachine machine;
    private Position position = Position.START;
    private int factsSinceSnapshot;

    StreamState(StreamId id, Engine engine) {
        this.id = id;
        this.engine = engine;
    }

    /// It was read from the ledger.
    void begin(Loader.Loaded read) {
        machine = read.state();
        machine.beginTentative();
        position = read.position();
        factsSinceSnapshot = read.factsRead();
        shown.moveTo(position.version());
    }

    boolean isLoaded() {
        return machine != null;
    }

    /// The state, which may be ahead of [#position] by an entry.
    ///
    /// @throws IllegalStateException if it was not read yet
    StateMachine machine() {
        if (machine == null) throw new IllegalStateException("not loaded: " + id);
        return machine;
    }

    /// The last durable entry that is known here.
    Position position() {
        return position;
    }

    /// What readers on other threads see of it. Any thread.
    ShownStates shown() {
        return shown;
    }

    void apply(List<Fact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            machine().apply(facts.get(i));
        }
    }

    /// What was applied since [#position] is durable, as the entry that ends at `at`.
    void commit(Position at, List<Fact> facts) {
        machine().commit();
        if (facts.isEmpty()) return;
        position = at;
        factsSinceSnapshot += facts.size();
        shown.moveTo(at.version());
        engine.observer().appended(new Entry(id, at, facts));
    }

    /// Takes back what is not durable.
    void rollback() {
        machine().rollback();
    }

    /// Applies those of `missed` that are new; call only where nothing could be taken back.
    void catchUp(List<Entry> missed) {
        for (Entry entry : missed) {
            if (entry.version() != position.version() + 1) continue;
            apply(entry.facts());
            machine().closeEntry();
            commit(entry.position(), entry.facts());
        }
    }

    /// Begins to store a snapshot of the durable state if the last one is old.
    void storeSnapshotIfDue() {
        if (factsSinceSnapshot >= engine.settings().snapshotFacts()) storeSnapshot();
    }

    /// Stores a snapshot if reading it will be quicker than reading the facts since the last.
    void storeSnapshotIfWorthIt() {
        if (factsSinceSnapshot >= FACTS_WORTH_A_SNAPSHOT) storeSnapshot();
    }

    private void storeSnapshot() {
        factsSinceSnapshot = 0;
        engine.snapshots().store(id, position, machine().snapshot());
    }
}
