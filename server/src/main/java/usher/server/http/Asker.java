package usher.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.IdempotencyKey;
import usher.domain.UserId;
import usher.server.security.Caller;

/// Who asks for something, and in which request.
///
/// @param request the request's id
/// @param once present if the caller sent an `Idempotency-Key`
public record Asker(UserId user, String request, @Nullable IdempotencyKey once) {

    private static final CharSequence IDEMPOTENCY_KEY =
            HttpHeaders.createOptimized("idempotency-key");

    /// Whoever sent the request of `context`, with `body`.
    ///
    /// @throws Problem if the `Idempotency-Key` is none
    public static Asker of(Caller caller, RoutingContext context, byte[] body) {
        HttpServerRequest request = context.request();
        @Nullable String key = request.headers().get(IDEMPOTENCY_KEY);
        IdempotencyKey once =
                key == null ? null : IdempotencyKeys.read(key, caller.user(), request.uri(), body);
        return new Asker(caller.user(), RequestIds.of(context), once);
    }

    /// Whoever sent the request of `context`, where no `Idempotency-Key` is known.
    public static Asker of(Caller caller, RoutingContext context) {
        return new Asker(caller.user(), RequestIds.of(context), null);
    }

    /// The cause of what is decided for him at `atMillis`.
    public Cause at(long atMillis) {
        return new Cause(atMillis, user, request, once);
    }
}
