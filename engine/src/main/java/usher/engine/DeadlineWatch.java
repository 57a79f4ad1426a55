package usher.engine;

import java.util.Comparator;
import java.util.PriorityQueue;
import usher.ledger.Deadlines.Due;
import usher.ledger.StreamId;

/// Sees to it that what is due happens, although nobody asks: in streams that are live here, and
/// in those that nobody has loaded.
///
/// A live stream is in the heap once for its deadline, or for an earlier one: that rings too
/// soon, finds nothing due, and is set anew. Streams at rest are looked up in the ledger, which
/// has their deadlines, [#SCAN_MILLIS] ahead. On a shared ledger each node waits a random moment
/// first, so that one of them does it and the others find it done.
final class DeadlineWatch {

    private static final long SCAN_MILLIS = 1_000;
    private static final int SCAN_STREAMS_MAX = 1_000;
    private static final long AGAIN_MILLIS = 1_000;
    private static final long COURTESY_MILLIS = 50;

    private record Alarm(long atMillis, LiveStream stream) {}

    private final Engine engine;
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::atMillis));
    private long wakeAtMillis = Long.MAX_VALUE;

    DeadlineWatch(Engine engine) {
        this.engine = engine;
    }

    void start() {
        engine.blocking(
                () -> engine.ledger().deadlines().due(horizonMillis(), SCAN_STREAMS_MAX),
                (due, _) -> {
                    if (due != null) due.forEach(this::expect);
                    engine.after(SCAN_MILLIS, this::start);
                });
    }

    /// `stream` is due at `atMillis` next.
    void watch(LiveStream stream, long atMillis) {
        if (atMillis >= stream.alarmMillis()) return;
        stream.setAlarmMillis(atMillis);
        alarms.add(new Alarm(atMillis, stream));
        wakeAt(atMillis);
    }

    private void wakeAt(long atMillis) {
        if (atMillis >= wakeAtMillis) return;
        wakeAtMillis = atMillis;
        engine.after(Math.max(0, atMillis - engine.nowMillis()), this::ring);
    }

    private void ring() {
        long now = engine.nowMillis();
        wakeAtMillis = Long.MAX_VALUE;
        while (!alarms.isEmpty() && alarms.peek().atMillis() <= now) {
            Alarm alarm = alarms.remove();
            if (alarm.atMillis() == alarm.stream().alarmMillis()) ring(alarm.stream(), now);
        }
        if (!alarms.isEmpty()) wakeAt(alarms.peek().atMillis());
    }

    private void ring(LiveStream stream, long now) {
        stream.setAlarmMillis(Long.MAX_VALUE);
        long deadline = stream.state().deadlineMillis();
        if (deadline <= now) {
            engine.expire(stream.id());
            watch(stream, now + AGAIN_MILLIS);
        } else {
            watch(stream, deadline);
        }
    }

    /// A stream at rest is due soon: wakes it then, if it still is at rest.
    private void expect(Due due) {
        StreamId id = due.stream();
        if (engine.streams().containsKey(id)) return;
        long courtesy =
                engine.ledger().isShared()
                        ? Long.remainderUnsigned(engine.host().random(), COURTESY_MILLIS)
                        : 0;
        long inMillis = Math.max(0, due.atMillis() - engine.nowMillis()) + courtesy;
        engine.after(
                inMillis,
                () -> {
                    if (!engine.streams().containsKey(id)) engine.expire(id);
                });
    }

    private long horizonMillis() {
        return engine.nowMillis() + SCAN_MILLIS;
    }
}
