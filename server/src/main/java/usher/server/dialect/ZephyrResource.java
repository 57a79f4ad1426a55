package usher.server.dialect;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.RefreshHolds;
import usher.domain.plan.Plan;
import usher.domain.seating.Seat;
import usher.domain.selling.BookingId;
import usher.domain.selling.ReserveSeats;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.http.Asker;
import usher.server.http.Bodies;
import usher.server.http.Clock;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.http.NewEvents;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.http.SeatLists;
import usher.server.security.Caller;

/// The REST API of the zephyr document: events of 10 to 1000 seats, whose callers say how long they
/// hold a seat.
///
/// Who asks stands in the body. Bodies are JSON under any Content-Type, and under none: the
/// document's own example sends none.
@Path("/api")
@Singleton
@NonBlocking
public final class ZephyrResource {

    private static final int SEATS_MIN = 10;
    private static final int SEATS_MAX = 1000;
    private static final int BODY_BYTES_MAX = 4096;
    private static final Pattern SEAT_NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final Counter counter;
    private final SeatLists lists;
    private final Clock clock;
    private final NewEvents newEvents;
    private final ZephyrFace face;
    private final int holdSeconds;
    private final Policy policy;

    ZephyrResource(
            Counter counter, SeatLists lists, Clock clock, NewEvents newEvents, ZephyrFace face) {
        this.counter = counter;
        this.lists = lists;
        this.clock = clock;
        this.newEvents = newEvents;
        this.face = face;
        Policy defaults = newEvents.defaults();
        this.holdSeconds = defaults.holdSeconds();
        this.policy =
                new Policy(
                        Policy.HOLD_SECONDS_MAX,
                        Policy.REFRESHES_MAX,
                        defaults.heldSeatsPerUser(),
                        defaults.seatsPerUser(),
                        defaults.bookingMinutes());
    }

    @POST
    @Path("events")
    public @Nullable Response createEvent(
            @HeaderParam("Authorization") @Nullable String token, @Context RoutingContext context) {
        Asker asker = Asker.of(Caller.ifNamed(token), context);
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    NewEvents.Draft draft = readEvent(body);
                    exchange.ask(
                            StreamId.CATALOG,
                            at ->
                                    new ListEvent(
                                            asker.at(at),
                                            draft.definition(newEvents.newId(at), at)),
                            ZephyrResource::created);
                });
        return null;
    }

    @GET
    @Path("events/{eventId}")
    public @Nullable Response getEvent(@PathParam("eventId") EventId event) {
        counter.open(face)
                .look(
                        event,
                        office -> ZephyrShapes.Event.of(office.event()),
                        (now, json) -> JsonAnswer.ok(now.write(json)));
        return null;
    }

    @GET
    @Path("events/{eventId}/seats/available")
    public @Nullable Response getAvailableSeats(@PathParam("eventId") EventId event) {
        lists.show(event, ZephyrShapes.Seats.AVAILABLE, null, face);
        return null;
    }

    @POST
    @Path("seats/{eventId}/{seatNumber}/hold")
    public @Nullable Response holdSeat(
            @PathParam("eventId") EventId event,
            @PathParam("seatNumber") String number,
            @Context RoutingContext context) {
        SeatSet seat = SeatSet.of(seatNumber(number));
        ask(
                event,
                context,
                (claim, cause) -> new HoldSeats(cause, seat, claim.holdSeconds),
                ZephyrResource::theHold);
        return null;
    }

    @POST
    @Path("seats/{eventId}/{seatNumber}/reserve")
    public @Nullable Response reserveSeat(
            @PathParam("eventId") EventId event,
            @PathParam("seatNumber") String number,
            @Context RoutingContext context) {
        SeatSet seat = SeatSet.of(seatNumber(number));
        BookingId booking = new BookingId(UUID.randomUUID());
        ask(
                event,
                context,
                (_, cause) -> new ReserveSeats(cause, seat, booking),
                ZephyrResource::theSeat);
        return null;
    }

    @POST
    @Path("seats/{eventId}/{seatNumber}/refresh")
    public @Nullable Response refreshHold(
            @PathParam("eventId") EventId event,
            @PathParam("seatNumber") String number,
            @Context RoutingContext context) {
        SeatSet seat = SeatSet.of(seatNumber(number));
        ask(
                event,
                context,
                (claim, cause) -> new RefreshHolds(cause, seat, claim.holdSeconds),
                ZephyrResource::theHold);
        return null;
    }

    @GET
    @Path("seats/{eventId}/{seatNumber}/status")
    public @Nullable Response getSeatStatus(
            @PathParam("eventId") EventId event, @PathParam("seatNumber") String text) {
        int number = seatNumber(text);
        long now = clock.nowMillis();
        counter.open(face)
                .look(
                        event,
                        office ->
                                office.hasSeat(number)
                                        ? Optional.of(office.seat(number).at(now))
                                        : Optional.<Seat>empty(),
                        (found, json) ->
                                JsonAnswer.ok(
                                        ZephyrShapes.seat(
                                                json, found.orElseThrow(ZephyrResource::noSeat))));
        return null;
    }

    @GET
    @Path("seats/{eventId}/user/{userId}/holds")
    public @Nullable Response getUserHolds(
            @PathParam("eventId") EventId event, @PathParam("userId") String text) {
        UserId user = ZephyrUser.named(text);
        if (user == null) throw Problem.field("userId", ZephyrUser.DEMAND);
        long now = clock.nowMillis();
        counter.open(face)
                .look(
                        event,
                        office -> office.holdsOf(user, now),
                        (holds, json) -> JsonAnswer.ok(ZephyrShapes.holds(json, holds)));
        return null;
    }

    /// Makes a command out of what the body of a request says.
    private interface Order {

        Command command(Claim claim, Cause cause);
    }

    private void ask(
            EventId event,
            RoutingContext context,
            Order order,
            Exchange.Rendering<Answer> rendering) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                BODY_BYTES_MAX,
                body -> {
                    Claim claim = Claim.in(body, holdSeconds);
                    Asker asker = Asker.of(new Caller(claim.user), context);
                    exchange.ask(
                            StreamId.of(event),
                            at -> order.command(claim, asker.at(at)),
                            rendering);
                });
    }

    private NewEvents.Draft readEvent(byte[] body) {
        Fields fields = Fields.of(body);
        String name = fields.text("name", EventDetails.NAME_LENGTH_MAX);
        String description =
                fields.optionalText("description", EventDetails.DESCRIPTION_LENGTH_MAX);
        int totalSeats = fields.integer("totalSeats", SEATS_MIN, SEATS_MAX);
        fields.doneIgnoringUnknown();
        EventDetails details = new EventDetails(name, description, null, null, null, policy);
        return new NewEvents.Draft(details, Plan.plain(totalSeats));
    }

    private static int seatNumber(String text) {
        if (!SEAT_NUMBER.matcher(text).matches()) throw noSeat();
        return Integer.parseInt(text);
    }

    private static Problem noSeat() {
        return new Problem(
                ProblemType.SEAT_NOT_FOUND, "Seats are numbered from 1 to the event's totalSeats.");
    }

    private static Response created(Answer answer, JsonBytes json) {
        EventDefinition event = ((Answer.Listed) answer).event();
        return JsonAnswer.created(ZephyrShapes.Event.of(event).write(json));
    }

    private static Response theHold(Answer answer, JsonBytes json) {
        return JsonAnswer.ok(ZephyrShapes.hold(json, ((Answer.Holds) answer).holds().getFirst()));
    }

    private static Response theSeat(Answer answer, JsonBytes json) {
        return JsonAnswer.ok(ZephyrShapes.seat(json, ((Answer.Seats) answer).seats().getFirst()));
    }

    /// What the body of a hold, a refresh and a reservation says: who asks, and for how long.
    private record Claim(UserId user, int holdSeconds) {

        static Claim in(byte[] body, int holdSeconds) {
            Fields fields = Fields.of(body);
            UserId user = ZephyrUser.in(fields);
            int seconds = fields.integer("holdDuration", 1, Policy.HOLD_SECONDS_MAX, holdSeconds);
            fields.doneIgnoringUnknown();
            return new Claim(user, seconds);
        }
    }
}
