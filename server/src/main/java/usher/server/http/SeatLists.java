package usher.server.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.seating.States;
import usher.engine.Engine;
import usher.ledger.StreamId;

/// The lists of seats that were asked for last, by event and rendering.
///
/// A list is rendered once per version at most, and on threads of their own, since a big one takes
/// longer than an event loop may be held up. What is kept is bounded in bytes; what was used
/// longest ago goes first.
@Singleton
public final class SeatLists {

    private static final int LISTS_MAX = 256;
    private static final long KEPT_BYTES_MAX = 64 << 20;
    private static final int RENDERERS = 2;
    private static final int RENDERINGS_WAITING_MAX = 1024;

    private record Which(EventId event, SeatRendering rendering) {}

    private final Engine engine;
    private final Counter counter;
    private final ExecutorService renderers =
            SpareThreads.of("usher-render-", RENDERERS, RENDERINGS_WAITING_MAX);
    private final Map<Which, SeatList> lists = new LinkedHashMap<>(16, 0.75f, true);

    SeatLists(Engine engine, Counter counter) {
        this.engine = engine;
        this.counter = counter;
    }

    /// Answers the current request with the seats of `event`, or with 304 if `ifNoneMatch` knows
    /// them.
    public void show(
            EventId event, SeatRendering rendering, @Nullable String ifNoneMatch, Face face) {
        Exchange exchange = counter.open(face);
        StreamId stream = StreamId.of(event);
        Which which = new Which(event, rendering);
        engine.states(
                stream,
                states -> show(exchange, which, states, ifNoneMatch),
                why -> exchange.fail(Refusals.problem(stream, why)));
    }

    @PreDestroy
    void close() {
        renderers.shutdown();
    }

    private void show(Exchange exchange, Which which, States states, @Nullable String known) {
        SeatRendering rendering = which.rendering();
        String tag = rendering.tag(states.version());
        if (EntityTags.knows(known, tag)) {
            ResponseBuilder unchanged = Response.notModified();
            exchange.complete(() -> described(unchanged, rendering, states.version()));
        } else {
            list(which).show(states, new Caller(exchange, rendering), this::execute);
        }
    }

    private synchronized SeatList list(Which which) {
        return lists.computeIfAbsent(which, w -> new SeatList(w.event(), w.rendering()));
    }

    private void execute(Runnable rendering) {
        renderers.execute(
                () -> {
                    rendering.run();
                    forgetOldest();
                });
    }

    /// Forgets lists until what is left fits.
    private synchronized void forgetOldest() {
        long kept = lists.values().stream().mapToLong(SeatList::bytes).sum();
        Iterator<SeatList> oldestFirst = lists.values().iterator();
        while (kept > KEPT_BYTES_MAX || lists.size() > LISTS_MAX) {
            kept -= oldestFirst.next().bytes();
            oldestFirst.remove();
        }
    }

    private static Response described(
            ResponseBuilder response, SeatRendering rendering, long version) {
        rendering.headers(version).forEach(response::header);
        return response.tag(rendering.tag(version)).build();
    }

    /// A request that waits for a list.
    private record Caller(Exchange exchange, SeatRendering rendering) implements SeatList.Waiter {

        @Override
        public void shown(SeatList.Rendered list) {
            ResponseBuilder ok = Response.ok(list.body(), rendering.type());
            exchange.complete(() -> described(ok, rendering, list.version()));
        }

        @Override
        public void failed(RuntimeException trouble) {
            exchange.complete(
                    () -> {
                        throw trouble;
                    });
        }
    }
}
