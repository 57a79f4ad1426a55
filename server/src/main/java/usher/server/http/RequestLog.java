package usher.server.http;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Log lines about one request, each with its id as `requestId`.
///
/// The id is in the logging context only while a line is written: most requests write none, and
/// should not pay for it.
final class RequestLog {

    private static final String ID = "requestId";

    private RequestLog() {}

    /// Says what was done for the request of `context`.
    static void done(Logger log, RoutingContext context, String what) {
        write(log, Logger.Level.INFO, RequestIds.of(context), what, null);
    }

    /// Says that the request with this id died of a mistake of ours.
    static void mistake(Logger log, RoutingContext context, String what, Throwable mistake) {
        write(log, Logger.Level.ERROR, RequestIds.of(context), what, mistake);
    }

    private static void write(
            Logger log,
            Logger.Level level,
            @Nullable String request,
            String what,
            @Nullable Throwable trouble) {
        if (request != null) MDC.put(ID, request);
        try {
            log.log(level, what, trouble);
        } finally {
            MDC.remove(ID);
        }
    }
}
