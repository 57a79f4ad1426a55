package usher.server.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.seating.States;
import usher.engine.Engine;
import usher.ledger.StreamId;

/// The lists of seats that were rendered last, by event and filter.
///
/// A list is rendered once per version, however many ask for it at the same time, and on a thread
/// of its own, since a big one takes longer than an event loop may be held up.
@Singleton
public final class SeatLists {

    private static final int LISTS_MAX = 256;

    private record Which(EventId event, SeatFilter filter) {}

    private record Rendered(long version, CompletableFuture<SeatList> list) {}

    private final Engine engine;
    private final Counter counter;
    private final Executor renderers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Which, Rendered> lists =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Which, Rendered> eldest) {
                    return size() > LISTS_MAX;
                }
            };

    SeatLists(Engine engine, Counter counter) {
        this.engine = engine;
        this.counter = counter;
    }

    /// Answers the current request with the seats of `event`, or with 304 if `known` is their tag.
    void show(EventId event, SeatFilter filter, @Nullable String known, Face face) {
        Exchange exchange = counter.open(face);
        StreamId stream = StreamId.of(event);
        engine.states(
                stream,
                states -> show(exchange, new Which(event, filter), states, known),
                why -> exchange.fail(Refusals.problem(stream, why)));
    }

    private void show(Exchange exchange, Which which, States states, @Nullable String known) {
        if (known != null && known.equals(quoted(states.version()))) {
            exchange.complete(() -> Response.notModified(quoted(states.version())).build());
            return;
        }
        CompletableFuture<SeatList> list = rendered(which, states);
        Future<?> _ = list.whenComplete((_, _) -> exchange.complete(() -> ok(list.join())));
    }

    private synchronized CompletableFuture<SeatList> rendered(Which which, States states) {
        Rendered last = lists.get(which);
        if (last != null && last.version() == states.version()) return last.list();
        CompletableFuture<SeatList> list =
                CompletableFuture.supplyAsync(
                        () -> SeatList.render(which.event(), states, which.filter()), renderers);
        lists.put(which, new Rendered(states.version(), list));
        return list;
    }

    private static Response ok(SeatList list) {
        return Response.ok(list.body()).tag(list.tag()).build();
    }

    private static String quoted(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
