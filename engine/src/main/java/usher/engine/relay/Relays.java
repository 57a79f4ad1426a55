package usher.engine.relay;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import usher.engine.Host;
import usher.engine.HostThread;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;
import usher.ledger.StreamId;

/// Every route of this node, and whether this node is the one that relays.
///
/// While it has the [Lease], signals tell it quickly which streams have more to send, and a scan,
/// which compares all heads with all cursors, makes sure of it. Whatever it cannot be certain of (a
/// cursor that another node moved, a write without a reply) makes it forget everything and begin
/// again from what is stored: that costs a few messages that come twice. Thread-safe.
public final class Relays {

    private static final long LOOK_MILLIS = 500;
    private static final int REWINDS_MAX = 20;

    private final Ledger ledger;
    private final Host host;
    private final RelayObserver observer;
    private final HostThread thread;
    private final Lease lease;
    private final Map<String, Route> routes = new TreeMap<>();
    private final Set<String> ended = new HashSet<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile Map<String, Standing> standings = Map.of();
    private volatile @Nullable Leadership leadership;
    private @Nullable AutoCloseable signals;
    private boolean isStopping;

    /// @param host a thread for the relays alone
    /// @param node a name that no other node has, nor had this one in an earlier life
    public Relays(Ledger ledger, Host host, String node, RelayObserver observer) {
        this.ledger = ledger;
        this.host = host;
        this.observer = observer;
        this.thread = new HostThread(host, () -> {});
        this.lease = new Lease(ledger, node);
    }

    /// Begins to relay, or to wait until no other node does.
    public void start() {
        thread.execute(
                () -> {
                    signals = ledger.heads().listen(this::heard);
                    tend();
                    look();
                });
    }

    /// From now on `route` is relayed, in place of one of the same name.
    public void put(Route route) {
        thread.execute(
                () -> {
                    routes.put(route.name(), route);
                    ended.remove(route.name());
                    Leadership now = leadership;
                    if (now == null) take();
                    else now.open(route);
                });
    }

    /// The route called `name` is relayed no longer, and how far it came may be forgotten.
    public void remove(String name) {
        thread.execute(
                () -> {
                    ended.add(name);
                    if (routes.remove(name) == null) return;
                    Leadership now = leadership;
                    if (now != null) now.close(name);
                });
    }

    /// Lets the route called `name` send what came after `version` of `stream` again, whichever
    /// node relays: within a few seconds, and together with what was on its way. Blocks. Any
    /// thread.
    ///
    /// @throws usher.ledger.LedgerException if it could not be stored
    public void rewind(String name, StreamId stream, long version) {
        for (int i = 0; i < REWINDS_MAX; i++) {
            Note note = ledger.notes().last(Cursors.name(stream));
            Map<String, Long> versions = Cursors.versions(note);
            versions.put(name, version);
            if (ledger.notes().write(note.saying(Cursors.text(versions)))) return;
        }
        throw new LedgerException("the cursors of %s move all the time".formatted(stream));
    }

    /// How far each route has come, if this node relays; else nothing. Any thread.
    public Map<String, Standing> standings() {
        return standings;
    }

    /// Sends nothing more, and lets another node go on from here.
    ///
    /// @return completes when it may
    public CompletionStage<Void> stop() {
        thread.execute(
                () -> {
                    if (isStopping) return;
                    isStopping = true;
                    Leadership last = leadership;
                    List<Note> unstored = last == null ? List.of() : last.unstored();
                    resign();
                    thread.blocking(() -> handOver(unstored), (_, _) -> quit());
                });
        return end;
    }

    private boolean handOver(List<Note> unstored) {
        ledger.notes().write(unstored);
        lease.release();
        return true;
    }

    private void quit() {
        try {
            if (signals != null) signals.close();
        } catch (Exception e) {
            observer.troubled("cannot stop listening: " + e);
        }
        end.complete(null);
    }

    private void tend() {
        if (isStopping) return;
        take();
        thread.after(Lease.RENEW_MILLIS, this::tend);
    }

    /// Takes the lease, or keeps it; who has nothing to send leaves it to others.
    private void take() {
        if (routes.isEmpty()) {
            resign();
            return;
        }
        thread.blocking(
                lease::take,
                (until, trouble) -> {
                    if (isStopping) return;
                    if (until == null) observer.troubled("the lease: " + trouble);
                    else if (until == 0) resign();
                    else lead(until);
                });
    }

    private void lead(long untilMillis) {
        Leadership now = leadership;
        if (now == null) {
            now = new Leadership(ledger, host, thread, observer, ended, this::resign);
            leadership = now;
            observer.leads(true);
            routes.values().forEach(now::open);
            now.begin();
        }
        now.lastUntil(untilMillis);
    }

    /// Forgets everything: what was on its way will be sent again, by this node or another.
    private void resign() {
        Leadership last = leadership;
        if (last == null) return;
        leadership = null;
        standings = Map.of();
        last.end();
        observer.leads(false);
    }

    private void look() {
        Leadership now = leadership;
        if (now != null && !now.isAsOf(ledger.now().toEpochMilli())) resign();
        Leadership left = leadership;
        standings = left == null ? Map.of() : left.standings();
        if (!isStopping) thread.after(LOOK_MILLIS, this::look);
    }

    /// A thread of the ledger's: whoever does not relay costs it nothing.
    private void heard(StreamId stream) {
        if (leadership != null) thread.execute(() -> signal(stream));
    }

    private void signal(StreamId stream) {
        Leadership now = leadership;
        if (now != null) now.signal(stream);
    }
}
