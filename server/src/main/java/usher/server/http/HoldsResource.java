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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.IdempotencyKey;
import usher.domain.SeatSet;
import usher.domain.event.Policy;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.ReleaseAllHolds;
import usher.ledger.StreamId;
import usher.server.security.Caller;

/// The caller's holds at one event: take several seats at once, look at them, let them all go.
@Path("/v1/events/{eventId}/holds")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds")
public final class HoldsResource {

    private static final int SEATS_MAX = 1000;

    private final Counter counter;
    private final Clock clock;
    private final V1 face;

    HoldsResource(Counter counter, Clock clock, V1 face) {
        this.counter = counter;
        this.clock = clock;
        this.face = face;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hold several seats, all or none")
    public @Nullable Response hold(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context RoutingContext context,
            byte[] body) {
        Fields fields = Fields.of(body);
        int holdSeconds = fields.integer("holdSeconds", 1, Policy.HOLD_SECONDS_MAX, 0);
        List<String> ids = fields.texts("seats", SEATS_MAX);
        fields.done();
        SeatSet seats = seats(event, ids);
        IdempotencyKey once =
                IdempotencyKeys.read(
                        key, caller.user(), IdempotencyKeys.bytes("holds " + event), body);
        String request = RequestIds.of(context);
        counter.open(face)
                .ask(
                        StreamId.of(event),
                        at ->
                                new HoldSeats(
                                        new Cause(at, caller.user(), request, once),
                                        seats,
                                        holdSeconds),
                        (answer, json) ->
                                Shapes.holds(json, ((Answer.Holds) answer).holds()).toByteArray());
        return null;
    }

    @GET
    @Operation(summary = "The caller's holds")
    public @Nullable Response mine(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event) {
        long now = clock.nowMillis();
        counter.open(face)
                .look(
                        event,
                        office -> office.holdsOf(caller.user(), now),
                        (holds, json) -> Shapes.holds(json, holds).toByteArray());
        return null;
    }

    @DELETE
    @Operation(summary = "Let go of all the caller's holds")
    public @Nullable Response releaseAll(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @Context RoutingContext context) {
        String request = RequestIds.of(context);
        counter.open(face)
                .askUrgently(
                        StreamId.of(event),
                        at -> new ReleaseAllHolds(Cause.of(at, caller.user(), request)),
                        (_, _) -> Response.noContent().build());
        return null;
    }

    /// The seats with these ids; every id that cannot be one is named.
    private static SeatSet seats(EventId event, List<String> ids) {
        int[] numbers = new int[ids.size()];
        List<Problem.FieldError> errors = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            UUID id = Ids.uuidOrNull(ids.get(i));
            if (id == null || !event.owns(id) || EventId.numberIn(id) == 0) {
                errors.add(
                        new Problem.FieldError(
                                "seats[%d]".formatted(i),
                                "must be the id of a seat of this event"));
            } else {
                numbers[i] = EventId.numberIn(id);
            }
        }
        if (!errors.isEmpty()) throw Problem.fields(errors);
        return SeatSet.of(numbers);
    }
}
