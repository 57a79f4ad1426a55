package usher.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.Entry;
import usher.ledger.Heads;
import usher.ledger.InMemoryLedger;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// One process's way to the ledger, on which the weather tells.
///
/// Writes arrive in the order in which they were sent, all of one batch at once. Each may be
/// refused, get lost, be written and never be acknowledged, or be given up and arrive all the same.
/// A shared ledger lives elsewhere: what was sent before its sender died may still arrive. Its own
/// ledger dies with a node, and what had not arrived is gone.
final class Connection implements Ledger {

    /// What becomes of one append.
    private enum Fate {
        REFUSED,
        LOST,
        GHOST,
        MUTE,
        DONE
    }

    private static final long GIVE_UP_NANOS_MAX = 1_500 * VirtualTime.MILLIS;
    private static final long CLOCK_ERROR_MILLIS = 3;

    private final InMemoryLedger disk;
    private final World world;
    private final VirtualHost host;
    private final Chance chance;
    private final Runnable crash;
    private final List<Consumer<StreamId>> listeners = new ArrayList<>();
    private final long clockErrorMillis;
    private long lastArrivalNanos;
    private long latestMillis;
    private long cutUntilNanos;
    private long misledMillis;
    private long misledUntilNanos;

    /// A way for the process `host`, which `crash` would kill.
    Connection(World world, VirtualHost host, Chance chance, Runnable crash) {
        this.disk = world.disk();
        this.world = world;
        this.host = host;
        this.chance = chance;
        this.crash = crash;
        this.clockErrorMillis =
                isShared() ? chance.between(-CLOCK_ERROR_MILLIS, CLOCK_ERROR_MILLIS) : 0;
    }

    /// Nothing gets through, in neither direction, for `nanos`.
    void cutFor(long nanos) {
        cutUntilNanos = world.time().nanos() + nanos;
    }

    /// The ledger's time is taken for another, which is `millis` later, for `nanos`.
    void misleadFor(long nanos, long millis) {
        misledMillis = millis;
        misledUntilNanos = world.time().nanos() + nanos;
    }

    private boolean isCut() {
        return world.time().nanos() < cutUntilNanos;
    }

    @Override
    public boolean isShared() {
        return world.scenario().shared();
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        CompletableFuture<List<Outcome>> end = new CompletableFuture<>();
        lastArrivalNanos = Math.max(lastArrivalNanos, world.time().nanos() + latencyNanos());
        world.time().at(lastArrivalNanos, () -> arrive(appends, end));
        return end;
    }

    private void arrive(List<Append> appends, CompletableFuture<List<Outcome>> end) {
        if (host.isDead() && (!isShared() || chance.happens(0.5))) return;
        Fate common = fate();
        boolean alike = chance.happens(0.7);
        List<Outcome> outcomes = new ArrayList<>(appends.size());
        boolean givenUp = false;
        for (Append append : appends) {
            Outcome outcome = outcome(append, alike ? common : fate());
            if (outcome instanceof Outcome.Unknown) {
                givenUp = true;
                world.totals().unknown();
            }
            outcomes.add(outcome);
        }
        long inNanos = latencyNanos() + (givenUp ? chance.between(0, GIVE_UP_NANOS_MAX) : 0);
        world.time().in(inNanos, () -> host.happen(() -> end.complete(outcomes)));
        if (chance.happens(weather().crashAtWrite())) crash.run();
    }

    private Fate fate() {
        if (isCut()) return chance.happens(0.5) ? Fate.LOST : Fate.MUTE;
        if (chance.happens(weather().unavailable())) return Fate.REFUSED;
        if (chance.happens(weather().lost())) return Fate.LOST;
        if (chance.happens(weather().mute())) return Fate.MUTE;
        if (isShared() && chance.happens(weather().ghost())) return Fate.GHOST;
        return Fate.DONE;
    }

    private Outcome outcome(Append append, Fate fate) {
        if (fate != Fate.REFUSED && fate != Fate.LOST && isShared()) {
            world.rival().mayBeFirst(append.stream(), weather().rival());
        }
        Outcome outcome =
                switch (fate) {
                    case REFUSED -> new Outcome.Unavailable("refused");
                    case LOST -> new Outcome.Unknown("lost");
                    case GHOST -> haunt(append);
                    case MUTE -> {
                        world.append(append);
                        yield new Outcome.Unknown("no reply");
                    }
                    case DONE -> world.append(append);
                };
        world.trace()
                .note(
                        "%s writes %s %d: %s, %s"
                                .formatted(
                                        host,
                                        Brief.of(append.stream()),
                                        append.position().version(),
                                        fate,
                                        Brief.name(outcome)));
        return outcome;
    }

    private Outcome haunt(Append append) {
        world.time().in(chance.between(0, 2 * GIVE_UP_NANOS_MAX), () -> world.append(append));
        return new Outcome.Unknown("given up");
    }

    /// Somebody appended to `stream`: this process hears of it, mostly.
    void signal(StreamId stream) {
        int times =
                isCut() || chance.happens(weather().signalLost())
                        ? 0
                        : chance.happens(weather().signalTwice()) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            world.time()
                    .in(
                            latencyNanos(),
                            () ->
                                    host.happen(
                                            () -> listeners.forEach(told -> told.accept(stream))));
        }
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int max) {
        mayFail();
        return disk.read(stream, after, max);
    }

    @Override
    public Set<StreamId> find(Key key) {
        mayFail();
        return disk.find(key);
    }

    @Override
    public Heads heads() {
        return new Heads() {
            @Override
            public Position of(StreamId stream) {
                mayFail();
                return disk.heads().of(stream);
            }

            @Override
            public List<Head> scan(@Nullable StreamId after, int max) {
                mayFail();
                return disk.heads().scan(after, max);
            }

            @Override
            public AutoCloseable listen(Consumer<StreamId> listener) {
                listeners.add(listener);
                return () -> listeners.remove(listener);
            }
        };
    }

    @Override
    public Snapshots snapshots() {
        return new Snapshots() {
            @Override
            public @Nullable Snapshot latest(StreamId stream) {
                mayFail();
                boolean isLost = chance.happens(weather().snapshotLost());
                return isLost ? null : disk.snapshots().latest(stream);
            }

            @Override
            public void store(Snapshot snapshot) {
                mayFail();
                disk.snapshots().store(snapshot);
            }
        };
    }

    @Override
    public Deadlines deadlines() {
        return (untilMillis, max) -> {
            mayFail();
            return disk.deadlines().due(untilMillis, max);
        };
    }

    /// What is written may be written although the reply says otherwise.
    @Override
    public Notes notes() {
        return new Notes() {
            @Override
            public @Nullable Note find(String name) {
                mayFail();
                return disk.notes().find(name);
            }

            @Override
            public List<Note> list(String prefix, String after, int max) {
                mayFail();
                return disk.notes().list(prefix, after, max);
            }

            @Override
            public List<Boolean> write(List<Note> notes) {
                mayFail();
                List<Boolean> written = disk.notes().write(notes);
                mayFail();
                return written;
            }

            @Override
            public boolean remove(Note note) {
                mayFail();
                boolean isRemoved = disk.notes().remove(note);
                mayFail();
                return isRemoved;
            }
        };
    }

    /// The ledger's time as far as this process knows it: a little off, and never running
    /// backwards.
    @Override
    public Instant now() {
        boolean isMisled = world.time().nanos() < misledUntilNanos;
        long error = isMisled ? misledMillis : clockErrorMillis;
        latestMillis = Math.max(latestMillis, world.time().millis() + error);
        return Instant.ofEpochMilli(latestMillis);
    }

    @Override
    public void close() {}

    /// Whose it is.
    @Override
    public String toString() {
        return host.toString();
    }

    private void mayFail() {
        if (isCut() || chance.happens(weather().unreadable()))
            throw new LedgerException("unreadable");
    }

    private Weather weather() {
        return world.sky().now();
    }

    private long latencyNanos() {
        return 1 + chance.around(weather().latencyNanos());
    }
}
