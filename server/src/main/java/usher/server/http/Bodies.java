package usher.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/// The body of one request, as it comes in: bounded, and never waited for by a thread.
///
/// Nobody else reads bodies. Whoever sends none does not pay for it; whoever sends too much is told
/// so at once, and what still comes is thrown away, up to a limit.
public final class Bodies {

    /// What bodies may have where nothing else is said: room for a hold of many seats.
    public static final int BYTES_MAX = 256 << 10;

    private static final int DISCARDED_BYTES_MAX = 16 << 20;
    private static final byte[] NONE = {};

    private final HttpServerRequest request;
    private final Exchange exchange;
    private final int bytesMax;
    private final Buffer body = Buffer.buffer();
    private long discarded;
    private boolean isRefused;

    private Bodies(HttpServerRequest request, Exchange exchange, int bytesMax) {
        this.request = request;
        this.exchange = exchange;
        this.bytesMax = bytesMax;
    }

    /// Goes on with the body of `context`, empty if there is none, or fails `exchange`: with what
    /// `then` throws, too.
    public static void read(
            RoutingContext context, Exchange exchange, int bytesMax, Consumer<byte[]> then) {
        HttpServerRequest request = context.request();
        if (isSent(request)) {
            new Bodies(request, exchange, bytesMax).collect(then);
        } else {
            proceed(NONE, exchange, then);
        }
    }

    /// The same where nothing is to be said: a body is empty, or an object without fields.
    public static void readNone(RoutingContext context, Exchange exchange, Consumer<byte[]> then) {
        read(
                context,
                exchange,
                BYTES_MAX,
                body -> {
                    if (body.length > 0) Fields.of(body).done();
                    then.accept(body);
                });
    }

    /// Sees to it that what nobody reads of a body is thrown away when the answer is given: the
    /// connection would wait for it for ever. What was read is over, and HTTP/2 refuses to go on
    /// with it.
    static void forgetTheRest(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isSent(request)) return;
        context.addEndHandler(
                _ -> {
                    if (!request.isEnded()) request.resume();
                });
    }

    private static boolean isSent(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null
                ? !length.equals("0")
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void collect(Consumer<byte[]> then) {
        request.exceptionHandler(_ -> refuse(unreadable()));
        request.endHandler(_ -> end(then));
        request.handler(this::add);
        if (announcesTooMuch()) {
            refuse(tooLarge());
        } else if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private boolean announcesTooMuch() {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > bytesMax;
    }

    private void add(Buffer part) {
        if (isRefused) {
            discarded += part.length();
            if (discarded > DISCARDED_BYTES_MAX) request.connection().close();
        } else if (body.length() + part.length() > bytesMax) {
            refuse(tooLarge());
        } else {
            body.appendBuffer(part);
        }
    }

    private void end(Consumer<byte[]> then) {
        if (!isRefused) proceed(body.getBytes(), exchange, then);
    }

    private void refuse(Problem problem) {
        if (isRefused) return;
        isRefused = true;
        exchange.fail(problem);
    }

    private static void proceed(byte[] body, Exchange exchange, Consumer<byte[]> then) {
        try {
            then.accept(body);
        } catch (RuntimeException e) {
            exchange.complete(
                    () -> {
                        throw e;
                    });
        }
    }

    private static Problem unreadable() {
        return new Problem(ProblemType.MALFORMED_REQUEST, "The body could not be read.");
    }

    private Problem tooLarge() {
        return new Problem(
                ProblemType.PAYLOAD_TOO_LARGE,
                "The body may have at most %d bytes.".formatted(bytesMax));
    }
}
