package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.blocking.Block;
import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.plan.Plan;
import usher.engine.Ask;
import usher.ledger.StreamId;
import usher.server.security.Caller;

/// What is kept off sale at one event: block seats, look at the blocks, unblock seats.
@Path("/v1/events/{eventId}/blocks")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class BlocksResource {

    /// Room for the ids of all seats of the largest event, well spaced.
    private static final int BODY_BYTES_MAX = 8 << 20;

    private final Counter counter;
    private final V1 face;

    BlocksResource(Counter counter, V1 face) {
        this.counter = counter;
        this.face = face;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public @Nullable Response block(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @Context RoutingContext context) {
        change(
                event,
                context,
                body -> blocking(Fields.of(body), event, Asker.of(caller, context, body)));
        return null;
    }

    @GET
    public @Nullable Response list(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event) {
        counter.open(face)
                .look(
                        event,
                        BoxOffice::blocks,
                        (blocks, _) -> Shapes.blocks(event, blocks).toByteArray());
        return null;
    }

    /// Unblocks the seats that the body names; all, if there is none.
    @DELETE
    public @Nullable Response unblock(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @Context RoutingContext context) {
        Asker asker = Asker.of(caller, context);
        change(
                event,
                context,
                body ->
                        body.length == 0
                                ? at -> new UnblockAllSeats(asker.at(at))
                                : unblocking(Fields.of(body), event, asker));
        return null;
    }

    private void change(EventId event, RoutingContext context, Function<byte[], Ask> reader) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                BODY_BYTES_MAX,
                body ->
                        exchange.ask(
                                StreamId.of(event),
                                reader.apply(body),
                                (_, _) -> Response.noContent().build()));
    }

    private static Ask blocking(Fields fields, EventId event, Asker asker) {
        SeatSet seats = SeatIds.read(fields, event, Plan.TOTAL_SEATS_MAX);
        @Nullable String note = fields.optionalText("note", Block.NOTE_LENGTH_MAX);
        fields.done();
        return at -> new BlockSeats(asker.at(at), seats, note == null ? "" : note);
    }

    private static Ask unblocking(Fields fields, EventId event, Asker asker) {
        SeatSet seats = SeatIds.read(fields, event, Plan.TOTAL_SEATS_MAX);
        fields.done();
        return at -> new UnblockSeats(asker.at(at), seats);
    }
}
