package usher.server.http;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import usher.domain.EventId;
import usher.domain.catalog.ListedEvent;
import usher.engine.Engine;
import usher.ledger.StreamId;

/// What events have left, for the list: looked at again after [#FRESH_NANOS] at the earliest, so a
/// list that everybody asks for costs the events little. Thread-safe.
@Singleton
final class Offers {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Seen(Offer offer, long atNanos) {}

    private final Engine engine;
    private final Map<EventId, Seen> seen = new ConcurrentHashMap<>();

    Offers(Engine engine) {
        this.engine = engine;
    }

    /// Calls `then` once with what each of `events` has left, on some thread that must not be held
    /// up. What cannot be had in time is left out.
    void of(List<ListedEvent> events, Consumer<Map<EventId, Offer>> then) {
        AtomicInteger awaited = new AtomicInteger(events.size() + 1);
        Runnable arrived =
                () -> {
                    if (awaited.decrementAndGet() == 0) then.accept(known(events));
                };
        for (ListedEvent event : events) look(event.id(), arrived);
        arrived.run();
    }

    private void look(EventId event, Runnable arrived) {
        Seen last = seen.get(event);
        long now = System.nanoTime();
        if (last != null && now - last.atNanos() < FRESH_NANOS) {
            arrived.run();
            return;
        }
        engine.states(
                StreamId.of(event),
                states -> {
                    seen.put(event, new Seen(Offer.of(states), now));
                    arrived.run();
                },
                _ -> arrived.run());
    }

    private Map<EventId, Offer> known(List<ListedEvent> events) {
        Map<EventId, Offer> known = new HashMap<>();
        for (ListedEvent event : events) {
            Seen last = seen.get(event.id());
            if (last != null) known.put(event.id(), last.offer());
        }
        return known;
    }
}
