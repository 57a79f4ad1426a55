package usher.server.webhooks;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import usher.ledger.JsonBytes;
import usher.server.http.Counter;
import usher.server.http.EntityTags;
import usher.server.http.Exchange;
import usher.server.http.Ids;
import usher.server.http.SpareThreads;
import usher.server.http.V1;

/// Where requests about endpoints wait for the ledger: beside the event loops. Thread-safe.
@Singleton
final class EndpointDesk {

    static final int BYTES = 1024;

    private static final int THREADS = 2;
    private static final int TASKS_WAITING_MAX = 1000;

    private final Counter counter;
    private final V1 face;
    private final ExecutorService threads =
            SpareThreads.of("usher-webhook-desk-", THREADS, TASKS_WAITING_MAX);

    EndpointDesk(Counter counter, V1 face) {
        this.counter = counter;
        this.face = face;
    }

    /// The id of an endpoint that stands in a path.
    ///
    /// @throws usher.server.http.Problem if it is none
    static UUID id(String text) {
        return Ids.uuid(text, Endpoints::missing);
    }

    /// Suspends the request that is being served until somebody completes it.
    Exchange open() {
        return counter.open(face);
    }

    /// Answers `exchange` with what `work` comes to; it may block.
    void answer(Exchange exchange, Supplier<Response> work) {
        run(
                exchange,
                () -> {
                    Response response = work.get();
                    exchange.complete(() -> response);
                });
    }

    /// Does `work`, which may block. Whoever does it completes `exchange`; what it throws is the
    /// answer.
    void run(Exchange exchange, Runnable work) {
        SpareThreads.run(threads, exchange, work);
    }

    /// An object that `writer` writes, with the status 200.
    static Response shown(Consumer<JsonBytes> writer) {
        return Response.ok(json(writer), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /// `endpoint` as a caller sees it.
    ///
    /// @param secret null: it is not shown
    static Response shown(KeptEndpoint kept, @Nullable String secret) {
        byte[] body = json(json -> EndpointJson.write(json, kept.endpoint(), secret));
        return EntityTags.ok(kept.revision(), body);
    }

    static byte[] json(Consumer<JsonBytes> writer) {
        JsonBytes json = new JsonBytes(BYTES);
        writer.accept(json);
        return json.toByteArray();
    }

    /// Whether a caller who sent `ifMatch` means a revision; null: any.
    static Endpoints.@Nullable Known known(@Nullable String ifMatch) {
        return ifMatch == null ? null : revision -> EntityTags.knows(ifMatch, revision);
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
