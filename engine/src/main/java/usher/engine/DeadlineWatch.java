package usher.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import usher.ledger.Deadlines.Due;
import usher.ledger.StreamId;

/// Sees to it that what is due happens, although nobody asks: in streams that are live here, and
/// in those that nobody has loaded.
///
/// A live stream has one alarm, for its deadline or for an earlier moment: that rings too soon,
/// finds nothing due, and is set anew. It rings even if the stream is unloaded meanwhile. Streams
/// at rest are looked up in the ledger, which has the deadlines of all, [#HORIZON_MILLIS] ahead.
/// On a shared ledger each node waits a random moment first, so that one of them does it and the
/// others find it done.
final class DeadlineWatch {

    private static final long SCAN_MILLIS = 1_000;
    private static final long HORIZON_MILLIS = 2 * SCAN_MILLIS;
    private static final long SCAN_MILLIS_MIN = 20;
    private static final int SCAN_STREAMS_MAX = 1_000;
    private static final long AGAIN_MILLIS = 1_000;
    private static final long COURTESY_MILLIS = 50;

    private record Alarm(long atMillis, StreamId stream) {}

    private final Engine engine;
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::atMillis));
    private final Map<StreamId, Long> expected = new HashMap<>();
    private long wakeAtMillis = Long.MAX_VALUE;

    DeadlineWatch(Engine engine) {
        this.engine = engine;
    }

    void start() {
        if (engine.isStopping()) return;
        engine.thread()
                .blocking(
                        () ->
                                engine.ledger()
                                        .deadlines()
                                        .due(engine.nowMillis() + HORIZON_MILLIS, SCAN_STREAMS_MAX),
                        (due, _) -> {
                            if (due != null) due.forEach(this::expect);
                            engine.thread().after(nextScanMillis(due), this::start);
                        });
    }

    /// A second, or less if so many are due that the ledger did not name them all.
    private long nextScanMillis(@Nullable List<Due> due) {
        if (due == null || due.size() < SCAN_STREAMS_MAX) return SCAN_MILLIS;
        long named = due.getLast().atMillis() - engine.nowMillis();
        return Math.clamp(named / 2, SCAN_MILLIS_MIN, SCAN_MILLIS);
    }

    /// `stream` is due at `atMillis` next.
    void watch(LiveStream stream, long atMillis) {
        if (atMillis >= stream.alarmMillis()) return;
        stream.setAlarmMillis(atMillis);
        alarms.add(new Alarm(atMillis, stream.id()));
        wakeAt(atMillis);
    }

    private void wakeAt(long atMillis) {
        if (atMillis >= wakeAtMillis) return;
        wakeAtMillis = atMillis;
        engine.thread()
                .after(
                        Math.max(0, atMillis - engine.nowMillis()),
                        () -> {
                            if (atMillis == wakeAtMillis) ring();
                        });
    }

    private void ring() {
        if (engine.isStopping()) return;
        long now = engine.nowMillis();
        wakeAtMillis = Long.MAX_VALUE;
        while (!alarms.isEmpty() && alarms.peek().atMillis() <= now) {
            ring(alarms.remove(), now);
        }
        if (!alarms.isEmpty()) wakeAt(alarms.peek().atMillis());
    }

    private void ring(Alarm alarm, long now) {
        LiveStream live = engine.streams().find(alarm.stream());
        if (live == null) {
            engine.meetDeadline(alarm.stream());
        } else if (live.state().isLoaded() && live.alarmMillis() == alarm.atMillis()) {
            ring(live, now);
        }
    }

    private void ring(LiveStream stream, long now) {
        stream.setAlarmMillis(Long.MAX_VALUE);
        long deadline = stream.state().machine().alarmMillis();
        if (deadline <= now) {
            engine.meetDeadline(stream.id());
            watch(stream, now + AGAIN_MILLIS);
        } else {
            watch(stream, deadline);
        }
    }

    /// The ledger says that a stream is due soon: wakes it then, unless its own alarm will.
    private void expect(Due due) {
        LiveStream live = engine.streams().find(due.stream());
        if (live != null && live.alarmMillis() <= due.atMillis()) return;
        Long before = expected.put(due.stream(), due.atMillis());
        if (before != null && before == due.atMillis()) return;
        long inMillis = Math.max(0, due.atMillis() - engine.nowMillis()) + courtesyMillis();
        engine.thread()
                .after(
                        inMillis,
                        () -> {
                            if (expected.remove(due.stream(), due.atMillis())) wake(due.stream());
                        });
    }

    /// What is live here and did not know that it is due has missed an entry of another node's, or
    /// has a payment that somebody must see to.
    private void wake(StreamId id) {
        if (engine.streams().find(id) != null) {
            engine.peers().catchUp(id);
            engine.payments().meet(id);
        } else {
            engine.meetDeadline(id);
        }
    }

    private long courtesyMillis() {
        if (!engine.ledger().isShared()) return 0;
        return Long.remainderUnsigned(engine.host().random(), COURTESY_MILLIS);
    }
}
