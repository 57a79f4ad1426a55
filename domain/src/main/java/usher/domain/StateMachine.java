package usher.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import usher.domain.catalog.Catalog;
import usher.domain.seating.Seat;

/// One stream's state as a fold of its facts.
///
/// [#decide] looks and never touches; [#apply] touches and never refuses. Time and identity
/// arrive in the command, so equal histories give equal states on any machine. What was applied
/// can be taken back until [#commit]. Not thread-safe: the engine owns the only live instance.
public abstract sealed class StateMachine permits BoxOffice, Catalog {

    protected final UndoLog undo = new UndoLog();
    private final IdempotencyMemory memory = new IdempotencyMemory(undo);
    private long version;
    private long latestMillis;

    /// A state in which nothing has happened yet.
    protected StateMachine() {}

    /// What follows from `command` now.
    public final Decision decide(Command command) {
        @Nullable Decision recalled = memory.recall(command.cause());
        return recalled != null ? recalled : judge(command);
    }

    /// Makes `fact` true.
    ///
    /// @throws CorruptHistory if it contradicts what is true already
    public final void apply(Fact fact) {
        Cause cause = fact.cause();
        if (cause.atMillis() > latestMillis) setLatest(cause.atMillis());
        memory.remember(cause, version + 1);
        if (fact instanceof KeysRestated restated) {
            memory.restore(restated.keys());
        } else {
            fold(fact);
        }
    }

    /// All facts applied since the last call were one entry of the stream.
    public final void closeEntry() {
        setVersion(version + 1);
    }

    /// The count of entries applied.
    public final long version() {
        return version;
    }

    /// From now on what is applied can be taken back.
    public final void beginTentative() {
        undo.record();
    }

    /// What was applied is durable: it can no longer be taken back.
    public final void commit() {
        undo.forget();
    }

    /// Takes back all that was applied since the last [#commit].
    public final void rollback() {
        undo.rollback();
    }

    /// The latest time of any fact applied, in milliseconds since 1970; 0 before the first.
    public final long latestMillis() {
        return latestMillis;
    }

    /// The smallest list of facts that folds to this state.
    public final List<Fact> restate() {
        return snapshot().get();
    }

    /// A copy of this state, taken now, that any one thread may turn into [#restate] later.
    public final Supplier<List<Fact>> snapshot() {
        Cause cause = Cause.system(latestMillis, "snapshot");
        Supplier<List<Fact>> particular = snapshot(cause);
        List<RememberedKey> keys = memory.restate();
        return () -> {
            List<Fact> facts = new ArrayList<>(particular.get());
            if (!keys.isEmpty()) facts.add(new KeysRestated(cause, keys));
            return facts;
        };
    }

    /// Goes on from `snapshot`, the restated facts at `version`, instead of from the beginning.
    ///
    /// @throws IllegalStateException if something happened here already
    public final void restore(long snapshotVersion, List<Fact> snapshot) {
        if (version != 0 || latestMillis != 0) {
            throw new IllegalStateException("not at the beginning, but at version " + version);
        }
        snapshot.forEach(this::apply);
        version = snapshotVersion;
    }

    /// A hash of everything that future decisions depend on; equal histories give equal hashes.
    public final long stateHash() {
        StateHash hash = new StateHash();
        hash.add(version).add(latestMillis);
        memory.addTo(hash);
        addTo(hash);
        return hash.value();
    }

    /// What to tell the caller of `command`, right after the facts that it made (none: it was so
    /// already) were applied.
    public abstract Answer answer(Command command, List<Fact> made);

    /// Those of `seats` that exist, as they are at `atMillis`: to say why a command was refused.
    public abstract List<Seat> seatsAt(SeatSet seats, long atMillis);

    IdempotencyMemory memory() {
        return memory;
    }

    /// When something is due without anybody asking, in milliseconds since 1970;
    /// [Long#MAX_VALUE] for never.
    public abstract long deadlineMillis();

    /// When the machine itself has something to write down without anybody asking: like
    /// [#deadlineMillis], but for what somebody else must be asked first.
    public abstract long alarmMillis();

    /// What follows from a command that was not given before.
    protected abstract Decision judge(Command command);

    /// Makes true what is particular to this machine.
    protected abstract void fold(Fact fact);

    /// A copy of what is particular to this machine, to be restated by another thread.
    protected abstract Supplier<List<Fact>> snapshot(Cause cause);

    protected abstract void addTo(StateHash hash);

    private void setLatest(long millis) {
        long previous = latestMillis;
        if (undo.isRecording()) undo.add(() -> latestMillis = previous);
        latestMillis = millis;
    }

    private void setVersion(long next) {
        long previous = version;
        if (undo.isRecording()) undo.add(() -> version = previous);
        version = next;
    }
}
