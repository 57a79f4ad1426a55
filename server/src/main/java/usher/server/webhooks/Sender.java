package usher.server.webhooks;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import usher.server.http.Clock;

/// Signs messages and hands them to the [Courier]. Thread-safe; calls may block for a moment.
///
/// @param clock by which secrets run out: the ledger's
/// @param wall what endpoints compare signatures with: the time of this machine
/// @param threads for what comes after an answer
record Sender(
        Courier courier,
        EndpointSecrets secrets,
        DeliveryCounts counts,
        Clock clock,
        InstantSource wall,
        Executor threads) {

    /// Sends `message` to `endpoint`; what comes of it is told on one of the threads.
    CompletableFuture<Reply> send(Endpoint endpoint, Message message) {
        long begun = System.nanoTime();
        long atSeconds = TimeUnit.MILLISECONDS.toSeconds(wall.millis());
        return courier.send(
                        endpoint.wish().url(),
                        message,
                        secrets.signing(endpoint, clock.nowMillis()),
                        atSeconds)
                .thenApplyAsync(
                        reply -> {
                            counts.ended(reply.verdict(), System.nanoTime() - begun);
                            return reply;
                        },
                        threads);
    }
}
