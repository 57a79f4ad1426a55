package usher.server.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;

/// Gives every request an id, its own or the caller's, that comes back in `X-Request-Id` and
/// stands in the facts and the log.
@Singleton
public final class RequestIds {

    private static final CharSequence HEADER = HttpHeaders.createOptimized("x-request-id");
    private static final int PRIORITY = 1000;
    private static final int BASE_36 = 36;

    private final AtomicLong count = new AtomicLong();
    private final String node =
            Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), BASE_36) + "-";

    RequestIds() {}

    void register(@Observes Filters filters) {
        filters.register(this::give, PRIORITY);
    }

    /// The id of the request that `context` is about.
    public static String of(RoutingContext context) {
        return context.response().headers().get(HEADER);
    }

    private void give(RoutingContext context) {
        @Nullable String given = context.request().headers().get(HEADER);
        String id = given != null && Cause.isRequestId(given) ? given : next();
        context.response().headers().set(HEADER, id);
        Bodies.forgetTheRest(context);
        context.next();
    }

    private String next() {
        return node + Long.toString(count.incrementAndGet(), BASE_36);
    }
}
