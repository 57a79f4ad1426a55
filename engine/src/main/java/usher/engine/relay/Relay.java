package usher.engine.relay;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import usher.engine.Host;
import usher.engine.HostThread;
import usher.engine.relay.Receipt.Trouble;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.StreamId;

/// One route while this node relays: each stream that has something to send has a lane, and some of
/// the lanes are under way.
///
/// A lane reads a few entries, sends them, and moves its cursor when they have arrived, so what is
/// lost on the way is sent again. An entry that is not taken waits, longer each time, and holds up
/// nothing but its own stream. A destination that cannot be reached holds up all; then one lane
/// after another tries, until one gets through. On the relays' thread.
final class Relay {

    /// How many streams are remembered to have more; others are found by the next scan.
    private static final int LANES_MAX = 10_000;

    private static final long RETRY_MILLIS_MIN = 1_000;
    private static final int DOUBLINGS_MAX = 20;

    private final Route route;
    private final Ledger ledger;
    private final Host host;
    private final HostThread thread;
    private final Cursors cursors;
    private final RelayObserver observer;
    private final Map<StreamId, Lane> lanes = new LinkedHashMap<>();
    private final ArrayDeque<Lane> ready = new ArrayDeque<>();
    private int underWay;
    private int timesAway;
    private boolean isWaiting;
    private @Nullable String awayReason;
    private boolean isEnded;

    Relay(
            Route route,
            Ledger ledger,
            Host host,
            HostThread thread,
            Cursors cursors,
            RelayObserver observer) {
        this.route = route;
        this.ledger = ledger;
        this.host = host;
        this.thread = thread;
        this.cursors = cursors;
        this.observer = observer;
    }

    /// Sends nothing more; what is under way may still arrive.
    void end() {
        isEnded = true;
        lanes.keySet().forEach(cursors::leave);
        lanes.clear();
    }

    /// `stream` was appended to.
    void signal(StreamId stream) {
        if (isEnded) return;
        Lane lane = lanes.get(stream);
        if (lane != null) {
            lane.signal();
        } else if (lanes.size() < LANES_MAX) {
            open(stream);
        }
    }

    /// `stream` has `head` entries, of which as many as `stored` says have arrived; null: the store
    /// does not know of any.
    void compare(StreamId stream, long head, @Nullable Long stored) {
        Long known = cursors.of(stream, route.name());
        Long at = known == null ? stored : known;
        if (at == null || at < head) signal(stream);
    }

    Standing standing() {
        int heldUp = 0;
        for (Lane lane : lanes.values()) {
            if (lane.attempts() > 0) heldUp++;
        }
        return new Standing(lanes.size(), heldUp, awayReason);
    }

    private void open(StreamId stream) {
        Lane lane = new Lane(stream);
        lanes.put(stream, lane);
        cursors.use(stream);
        ready.add(lane);
        goOn();
    }

    private void close(Lane lane) {
        lanes.remove(lane.stream());
        cursors.leave(lane.stream());
    }

    private void goOn() {
        int max = timesAway > 0 ? 1 : route.destination().streamsAtOnceMax();
        while (!isEnded && !isWaiting && underWay < max && !ready.isEmpty()) {
            load(ready.removeFirst());
        }
    }

    private void load(Lane lane) {
        underWay++;
        boolean _ = lane.wasSignalled();
        Long known = cursors.of(lane.stream(), route.name());
        thread.blocking(
                () -> Load.of(ledger, lane.stream(), route, known),
                (load, trouble) -> {
                    if (isEnded) return;
                    if (load == null) {
                        observer.troubled("%s: %s".formatted(lane.stream(), trouble));
                        retry(lane, RETRY_MILLIS_MIN);
                    } else {
                        loaded(lane, load);
                    }
                });
    }

    private void loaded(Lane lane, Load load) {
        if (load.note() != null) cursors.read(lane.stream(), load.note());
        cursors.move(lane.stream(), route.name(), load.after());
        if (load.entries().isEmpty()) {
            underWay--;
            if (lane.wasSignalled()) ready.add(lane);
            else close(lane);
            goOn();
        } else {
            send(lane, load.entries());
        }
    }

    private void send(Lane lane, List<Entry> entries) {
        offer(lane, entries)
                .handle(
                        (receipt, trouble) ->
                                receipt == null
                                        ? Receipt.refused(0, String.valueOf(trouble))
                                        : receipt)
                .thenAccept(
                        receipt ->
                                thread.execute(
                                        () -> {
                                            if (!isEnded) settle(lane, entries, receipt);
                                        }));
    }

    /// A destination that makes a mistake holds up this stream, and nothing else.
    private CompletionStage<Receipt> offer(Lane lane, List<Entry> entries) {
        try {
            return route.destination().send(entries, lane.attempts());
        } catch (RuntimeException mistake) {
            return CompletableFuture.failedStage(mistake);
        }
    }

    private void settle(Lane lane, List<Entry> entries, Receipt receipt) {
        if (receipt.accepted() > 0) arrived(lane, entries.subList(0, receipt.accepted()));
        Trouble trouble = receipt.trouble();
        if (trouble == null) {
            if (receipt.accepted() < entries.size()) throw new IllegalStateException("no reason");
            underWay--;
            isReached();
            ready.add(lane);
            goOn();
        } else if (trouble.isAway()) {
            underWay--;
            ready.addFirst(lane);
            await(trouble.reason());
        } else {
            isReached();
            lane.failed();
            long millis = pauseMillis(lane.attempts());
            observer.heldUp(route.name(), lane.stream(), trouble.reason(), millis);
            retry(lane, millis);
        }
    }

    private void arrived(Lane lane, List<Entry> entries) {
        lane.succeeded();
        cursors.move(lane.stream(), route.name(), entries.getLast().version());
        int facts = entries.stream().mapToInt(entry -> entry.facts().size()).sum();
        long sinceMillis = entries.getLast().facts().getLast().cause().atMillis();
        long lagMillis = ledger.now().toEpochMilli() - sinceMillis;
        observer.relayed(route.name(), entries.size(), facts, lagMillis);
    }

    private void retry(Lane lane, long millis) {
        thread.after(
                millis,
                () -> {
                    if (isEnded) return;
                    ready.add(lane);
                    goOn();
                });
        underWay--;
        goOn();
    }

    private void isReached() {
        timesAway = 0;
        awayReason = null;
    }

    /// Nobody is sent anything for a while; once for all lanes that found out at the same time.
    private void await(String reason) {
        awayReason = reason;
        if (isWaiting) return;
        isWaiting = true;
        long millis = pauseMillis(++timesAway);
        observer.away(route.name(), reason, millis);
        thread.after(
                millis,
                () -> {
                    isWaiting = false;
                    goOn();
                });
    }

    /// Twice as long each time, and never the same for all.
    private long pauseMillis(int times) {
        long doubled = RETRY_MILLIS_MIN << Math.min(times - 1, DOUBLINGS_MAX);
        long longest = Math.min(doubled, route.destination().retryMillisMax());
        return longest / 2 + Math.floorMod(host.random(), longest / 2 + 1);
    }
}
