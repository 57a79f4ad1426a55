package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.RefreshHolds;
import usher.domain.holding.ReleaseHolds;
import usher.domain.seating.Seat;
import usher.domain.selling.BookingId;
import usher.domain.selling.ReserveSeats;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.limits.CodeTries;
import usher.server.security.Caller;

/// The seats of one event: list them, look at one, and hold, refresh, release or reserve it.
///
/// The four commands are the hot path. They read no body unless one was sent, and return nothing:
/// the engine's answer goes through [Counter].
@Path("/v1/events/{eventId}/seats")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class SeatsResource {

    private static final byte[] NO_BODY = {};

    private final Counter counter;
    private final SeatLists lists;
    private final Clock clock;
    private final CodeTries tries;
    private final V1 face;

    SeatsResource(Counter counter, SeatLists lists, Clock clock, CodeTries tries, V1 face) {
        this.counter = counter;
        this.lists = lists;
        this.clock = clock;
        this.tries = tries;
        this.face = face;
    }

    @GET
    public @Nullable Response list(
            @PathParam("eventId") EventId event,
            @QueryParam("status") @DefaultValue("available") String status,
            @HeaderParam("If-None-Match") @Nullable String known) {
        lists.show(event, SeatFilter.named(status), known, face);
        return null;
    }

    @GET
    @Path("{seatId}")
    public @Nullable Response get(
            @PathParam("eventId") EventId event, @PathParam("seatId") String seat) {
        int number = Ids.seatNumber(event, seat);
        long now = clock.nowMillis();
        counter.open(face)
                .look(
                        event,
                        office -> seatAt(office, number, now),
                        (found, json) ->
                                found.isEmpty()
                                        ? face.show(Ids.noSeat(event))
                                        : Shapes.seat(json, found.get()).toByteArray());
        return null;
    }

    @POST
    @Path("{seatId}/hold")
    public byte @Nullable [] hold(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @Context RoutingContext context) {
        SeatSet seats = SeatSet.of(Ids.seatNumber(event, seat));
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                HoldTime.BODY_BYTES_MAX,
                body -> {
                    HoldTerms terms = HoldTerms.in(body, event);
                    Asker asker = Asker.of(caller, context, body);
                    exchange.ask(
                            StreamId.of(event),
                            at -> new HoldSeats(asker.at(at), seats, terms.seconds(), terms.code()),
                            SeatsResource::theHold,
                            tries.begin(terms.code(), event, caller, context));
                });
        return null;
    }

    @POST
    @Path("{seatId}/refresh")
    public byte @Nullable [] refresh(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @Context RoutingContext context) {
        SeatSet seats = SeatSet.of(Ids.seatNumber(event, seat));
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                HoldTime.BODY_BYTES_MAX,
                body -> {
                    int seconds = HoldTime.secondsIn(body);
                    Asker asker = Asker.of(caller, context, body);
                    exchange.ask(
                            StreamId.of(event),
                            at -> new RefreshHolds(asker.at(at), seats, seconds),
                            SeatsResource::theHold);
                });
        return null;
    }

    @POST
    @Path("{seatId}/release")
    public byte @Nullable [] release(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @Context RoutingContext context) {
        SeatSet seats = SeatSet.of(Ids.seatNumber(event, seat));
        Asker asker = Asker.of(caller, context, NO_BODY);
        counter.open(face)
                .askUrgently(
                        StreamId.of(event),
                        at -> new ReleaseHolds(asker.at(at), seats),
                        (_, _) -> Response.noContent().build());
        return null;
    }

    @POST
    @Path("{seatId}/reserve")
    public byte @Nullable [] reserve(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @Context RoutingContext context) {
        SeatSet seats = SeatSet.of(Ids.seatNumber(event, seat));
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                HoldTime.BODY_BYTES_MAX,
                body -> {
                    boolean complimentary = isComplimentary(body);
                    Asker asker = Asker.of(caller, context, body);
                    BookingId booking = new BookingId(UUID.randomUUID());
                    exchange.ask(
                            StreamId.of(event),
                            at -> new ReserveSeats(asker.at(at), seats, complimentary, booking),
                            SeatsResource::theSeat);
                });
        return null;
    }

    /// Whether the optional body of a reservation says that the seat is given away.
    private static boolean isComplimentary(byte[] body) {
        if (body.length == 0) return false;
        Fields fields = Fields.of(body);
        boolean complimentary = fields.flag("complimentary");
        fields.done();
        return complimentary;
    }

    private static Optional<Seat> seatAt(BoxOffice office, int number, long nowMillis) {
        return office.hasSeat(number)
                ? Optional.of(office.seat(number).at(nowMillis))
                : Optional.empty();
    }

    private static Object theHold(Answer answer, JsonBytes json) {
        return Shapes.hold(json, ((Answer.Holds) answer).holds().getFirst()).toByteArray();
    }

    private static Object theSeat(Answer answer, JsonBytes json) {
        return Shapes.seat(json, ((Answer.Seats) answer).seats().getFirst()).toByteArray();
    }
}
