package usher.server.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One request on its way. On an event loop of the [Courier], once it has begun.
///
/// The status decides: what an endpoint says after it, how long that takes and whether it ever ends
/// is no matter, and of it no more is read than is shown.
final class Errand {

    private static final int KEPT_BYTES_MAX = 1024;
    private static final int READ_BYTES_MAX = 64 << 10;
    private static final long RETRY_AFTER_SECONDS_MAX = 3_600;

    private final Vertx vertx;
    private final Buffer body;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final Buffer kept = Buffer.buffer();
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private int bytesRead;

    Errand(Vertx vertx, Buffer body) {
        this.vertx = vertx;
        this.body = body;
    }

    /// What comes of it; never fails.
    CompletableFuture<Reply> reply() {
        return reply;
    }

    void begin(HttpClient client, RequestOptions options, long answerMillisMax) {
        long timer = vertx.setTimer(answerMillisMax, _ -> giveUp(answerMillisMax));
        var _ = reply.whenComplete((_, _) -> vertx.cancelTimer(timer));
        client.request(options)
                .onSuccess(this::connected)
                .onFailure(trouble -> end(new Reply.Unreached(brief(trouble))));
    }

    private void connected(HttpClientRequest connected) {
        request = connected;
        if (reply.isDone()) {
            connected.reset();
            return;
        }
        connected
                .exceptionHandler(Errand::isTold)
                .send(body)
                .onSuccess(this::answered)
                .onFailure(trouble -> end(new Reply.Unanswered(brief(trouble))));
    }

    /// What goes wrong on the way comes back with the answer that there is not.
    private static void isTold(Throwable trouble) {}

    private void answered(HttpClientResponse answer) {
        response = answer;
        answer.handler(this::read)
                .exceptionHandler(_ -> end(answer(answer)))
                .endHandler(_ -> end(answer(answer)));
    }

    private void read(Buffer part) {
        bytesRead += part.length();
        int room = KEPT_BYTES_MAX - kept.length();
        if (room > 0) kept.appendBuffer(part, 0, Math.min(room, part.length()));
        if (bytesRead > READ_BYTES_MAX) cut();
    }

    /// No more is read: the connection ends with it.
    private void cut() {
        HttpClientResponse answer = response;
        if (answer != null) end(answer(answer));
        if (request != null) request.reset();
    }

    private void giveUp(long millis) {
        if (response != null) {
            cut();
        } else if (request == null) {
            end(new Reply.Unreached("no connection within %d ms".formatted(millis)));
        } else {
            end(new Reply.Unanswered("no answer within %d ms".formatted(millis)));
            request.reset();
        }
    }

    private void end(Reply what) {
        boolean _ = reply.complete(what);
    }

    private Reply answer(HttpClientResponse answer) {
        String text = new String(kept.getBytes(), StandardCharsets.UTF_8);
        long retryAfter = retryAfterSeconds(answer.getHeader("Retry-After"));
        return new Reply.Answered(answer.statusCode(), Reply.brief(text), retryAfter);
    }

    /// A number of seconds or a date ([RFC 9110,
    /// 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)),
    /// an hour at most.
    static long retryAfterSeconds(@Nullable String header) {
        if (header == null) return 0;
        return Math.clamp(secondsIn(header.strip()), 0, RETRY_AFTER_SECONDS_MAX);
    }

    private static long secondsIn(String header) {
        if (header.matches("\\d{1,9}")) return Long.parseLong(header);
        try {
            Instant at =
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return at.getEpochSecond() - Instant.now().getEpochSecond();
        } catch (DateTimeException noTime) {
            return 0;
        }
    }

    private static String brief(Throwable trouble) {
        String what = trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
        return Reply.brief(what);
    }
}
