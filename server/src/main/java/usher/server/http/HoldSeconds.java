package usher.server.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.IntConsumer;
import usher.domain.event.Policy;

/// The optional body `{holdSeconds}` of a hold or a refresh.
///
/// Nearly nobody sends it; whoever does not must not pay for it being read.
final class HoldSeconds {

    private static final int BODY_BYTES_MAX = 4096;

    private HoldSeconds() {}

    /// Goes on with the seconds in the body of `context`, 0 if there is none, or fails `exchange`.
    static void read(RoutingContext context, Exchange exchange, IntConsumer then) {
        HttpServerRequest request = context.request();
        if (!hasBody(request)) {
            then.accept(0);
            return;
        }
        Future<Buffer> _ =
                request.body()
                        .onSuccess(body -> read(body.getBytes(), exchange, then))
                        .onFailure(_ -> exchange.fail(unreadable()));
        request.resume();
    }

    private static void read(byte[] body, Exchange exchange, IntConsumer then) {
        int seconds = 0;
        try {
            if (body.length > BODY_BYTES_MAX) throw tooLarge();
            if (body.length > 0) {
                Fields fields = Fields.of(body);
                seconds = fields.integer("holdSeconds", 1, Policy.HOLD_SECONDS_MAX, 0);
                fields.done();
            }
        } catch (Problem problem) {
            exchange.fail(problem);
            return;
        }
        then.accept(seconds);
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null
                ? !length.equals("0")
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static Problem unreadable() {
        return new Problem(ProblemType.MALFORMED_REQUEST, "The body could not be read.");
    }

    private static Problem tooLarge() {
        return new Problem(
                ProblemType.PAYLOAD_TOO_LARGE,
                "The body may have at most %d bytes.".formatted(BODY_BYTES_MAX));
    }
}
