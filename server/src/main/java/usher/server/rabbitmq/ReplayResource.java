package usher.server.rabbitmq;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import usher.ledger.JsonBytes;
import usher.ledger.Ledger;
import usher.server.http.Bodies;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.http.SpareThreads;
import usher.server.http.Timestamps;
import usher.server.http.V1;
import usher.server.security.Caller;

/// `POST /v1/relays/rabbitmq/replay`: facts go to RabbitMQ once more, for an organizer.
@Path("/v1/relays/rabbitmq/replay")
@Singleton
@NonBlocking
public final class ReplayResource {

    private static final int WAITING_MAX = 16;
    private static final int ANSWER_BYTES = 128;
    private static final String SINCE = "since";

    private final Counter counter;
    private final RabbitRelay relay;
    private final Ledger ledger;
    private final V1 face;
    private final ExecutorService thread = SpareThreads.of("usher-replay-", 1, WAITING_MAX);

    ReplayResource(Counter counter, RabbitRelay relay, Ledger ledger, V1 face) {
        this.counter = counter;
        this.relay = relay;
        this.ledger = ledger;
        this.face = face;
    }

    /// In `dev` everybody is an organizer, but has to say who he is.
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @SuppressWarnings("UnusedVariable") // the caller is read to be refused if he is nobody
    public @Nullable Response replay(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    long sinceMillis = sinceMillis(body);
                    if (!relay.isSet()) throw notSet();
                    SpareThreads.run(thread, exchange, () -> answer(exchange, sinceMillis));
                });
        return null;
    }

    @PreDestroy
    void close() {
        thread.shutdown();
    }

    private void answer(Exchange exchange, long sinceMillis) {
        int number = relay.replay(sinceMillis);
        exchange.complete(() -> Response.accepted(shape(number, sinceMillis)).build());
    }

    private long sinceMillis(byte[] body) {
        if (body.length == 0) return 0;
        Fields fields = Fields.of(body);
        Instant since = fields.optionalTime(SINCE);
        if (since != null && since.isAfter(ledger.now())) {
            fields.wrong(SINCE, "must not be in the future");
        }
        fields.done();
        return since == null ? 0 : Math.max(0, since.toEpochMilli());
    }

    private static byte[] shape(int number, long sinceMillis) {
        JsonBytes json = new JsonBytes(ANSWER_BYTES).beginObject();
        json.field("number").value(number);
        if (sinceMillis > 0) Timestamps.write(json.field(SINCE), sinceMillis);
        return json.endObject().toByteArray();
    }

    private static Problem notSet() {
        return new Problem(
                ProblemType.NOT_FOUND, "Facts are not relayed to RabbitMQ; set USHER_RABBITMQ.");
    }
}
