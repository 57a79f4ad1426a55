package usher.engine.relay;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import usher.engine.Host;
import usher.engine.HostThread;
import usher.ledger.Heads.Head;
import usher.ledger.Ledger;
import usher.ledger.Notes.Note;
import usher.ledger.StreamId;

/// What a node knows while it is the one that relays; forgotten as a whole when it no longer is, or
/// cannot be certain of it. On the relays' thread.
final class Leadership {

    private static final long STORE_MILLIS = 500;
    private static final long SCAN_MILLIS = 5_000;
    private static final int PAGE = 1_000;

    /// A page of heads, and the cursors that are stored for these streams.
    private record Page(List<Head> heads, List<Note> notes) {}

    private final Ledger ledger;
    private final Host host;
    private final HostThread thread;
    private final RelayObserver observer;
    private final Cursors cursors;
    private final Runnable doubted;
    private final Map<String, Relay> relays = new TreeMap<>();
    private long untilMillis;
    private boolean isScanning;
    private boolean isOver;

    /// @param ended routes whose cursors may be forgotten
    /// @param doubted told if somebody else may have moved a cursor
    Leadership(
            Ledger ledger,
            Host host,
            HostThread thread,
            RelayObserver observer,
            Set<String> ended,
            Runnable doubted) {
        this.ledger = ledger;
        this.host = host;
        this.thread = thread;
        this.observer = observer;
        this.cursors = new Cursors(ended);
        this.doubted = doubted;
    }

    void begin() {
        store();
        scan();
    }

    /// Until when nobody else relays, in milliseconds since 1970.
    void lastUntil(long millis) {
        untilMillis = millis;
    }

    boolean isAsOf(long millis) {
        return millis < untilMillis;
    }

    void open(Route route) {
        close(route.name());
        Relay relay = new Relay(route, ledger, host, thread, cursors, observer);
        relays.put(route.name(), relay);
        if (!isScanning) scanAfter(null);
    }

    void close(String route) {
        Relay relay = relays.remove(route);
        if (relay != null) relay.end();
    }

    void signal(StreamId stream) {
        for (Relay relay : relays.values()) relay.signal(stream);
    }

    Map<String, Standing> standings() {
        Map<String, Standing> standings = new TreeMap<>();
        relays.forEach((name, relay) -> standings.put(name, relay.standing()));
        return standings;
    }

    /// Sends nothing more; what is under way may still arrive.
    void end() {
        isOver = true;
        relays.values().forEach(Relay::end);
    }

    /// What is not yet stored of how far the routes came.
    List<Note> unstored() {
        return cursors.toStore(Integer.MAX_VALUE);
    }

    /// Stores, twice a second, how far the routes came.
    private void store() {
        if (isOver) return;
        List<Note> notes = cursors.toStore(PAGE);
        if (notes.isEmpty()) {
            thread.after(STORE_MILLIS, this::store);
            return;
        }
        thread.blocking(
                () -> ledger.notes().write(notes),
                (written, trouble) -> {
                    if (isOver) return;
                    if (written == null || written.contains(false)) {
                        observer.troubled("cursors: " + (written == null ? trouble : "moved"));
                        doubted.run();
                    } else {
                        notes.forEach(cursors::stored);
                        thread.after(notes.size() < PAGE ? STORE_MILLIS : 0, this::store);
                    }
                });
    }

    /// Compares all heads with all cursors, every few seconds.
    private void scan() {
        if (isOver) return;
        if (!isScanning && !relays.isEmpty()) scanAfter(null);
        thread.after(SCAN_MILLIS, this::scan);
    }

    private void scanAfter(@Nullable StreamId after) {
        isScanning = true;
        thread.blocking(
                () -> page(after),
                (page, trouble) -> {
                    isScanning = false;
                    if (isOver) return;
                    if (page == null) {
                        observer.troubled("heads: " + trouble);
                        return;
                    }
                    compare(page);
                    if (isOver) return;
                    if (page.heads().size() == PAGE) scanAfter(page.heads().getLast().stream());
                });
    }

    private Page page(@Nullable StreamId after) {
        List<Head> heads = ledger.heads().scan(after, PAGE);
        String from = after == null ? "" : Cursors.name(after);
        return new Page(heads, ledger.notes().list(Cursors.prefix(), from, PAGE));
    }

    /// Both lists are in the order of the streams, and not every stream has a note.
    private void compare(Page page) {
        Iterator<Note> notes = page.notes().iterator();
        Note next = notes.hasNext() ? notes.next() : null;
        for (Head head : page.heads()) {
            String name = Cursors.name(head.stream());
            while (next != null && next.name().compareTo(name) < 0) {
                next = notes.hasNext() ? notes.next() : null;
            }
            Note own = next != null && next.name().equals(name) ? next : null;
            if (own != null && cursors.isOvertaken(head.stream(), own)) {
                doubted.run();
                return;
            }
            compare(head, own == null ? Map.of() : Cursors.versions(own));
        }
    }

    private void compare(Head head, Map<String, Long> stored) {
        relays.forEach(
                (name, relay) ->
                        relay.compare(head.stream(), head.position().version(), stored.get(name)));
    }
}
