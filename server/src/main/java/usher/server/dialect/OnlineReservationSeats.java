package usher.server.dialect;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.Hold;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.RefreshHolds;
import usher.domain.seating.Seat;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
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
import usher.server.http.Ids;
import usher.server.http.SeatLists;
import usher.server.security.Caller;

/// The seats of the online-reservation-system document. A seat's id tells its event.
///
/// Who asks stands in the body, as `UUID`, and in each seat that somebody has.
@Path("/seats")
@Singleton
@NonBlocking
public final class OnlineReservationSeats {

    private static final int BODY_BYTES_MAX = 4096;
    private static final int ID_LENGTH_MAX = 100;

    private final Counter counter;
    private final SeatLists lists;
    private final Clock clock;
    private final OnlineReservationFace face;

    OnlineReservationSeats(
            Counter counter, SeatLists lists, Clock clock, OnlineReservationFace face) {
        this.counter = counter;
        this.lists = lists;
        this.clock = clock;
        this.face = face;
    }

    @GET
    @Path("list/{eventId}")
    public @Nullable Response list(@PathParam("eventId") EventId event) {
        lists.show(event, OnlineReservationList.AVAILABLE, null, face);
        return null;
    }

    @GET
    @Path("get/{seatId}")
    public @Nullable Response get(@PathParam("seatId") String id) {
        UUID seat = Ids.seat(id);
        int number = EventId.numberIn(seat);
        long now = clock.nowMillis();
        counter.open(face)
                .look(
                        EventId.ofSeat(seat),
                        office ->
                                office.hasSeat(number)
                                        ? Optional.of(office.seat(number).at(now))
                                        : Optional.<Seat>empty(),
                        (found, json) -> shown(json, found.orElseThrow(Ids::noSeat)));
        return null;
    }

    @POST
    @Path("hold")
    public @Nullable Response hold(@Context RoutingContext context) {
        ask(context, (cause, seat) -> new HoldSeats(cause, seat, 0), OnlineReservationSeats::held);
        return null;
    }

    @POST
    @Path("refresh")
    public @Nullable Response refresh(@Context RoutingContext context) {
        ask(
                context,
                (cause, seat) -> new RefreshHolds(cause, seat, 0),
                OnlineReservationSeats::held);
        return null;
    }

    /// The same as [#refresh]: clients know it by both names.
    @POST
    @Path("hold/refresh")
    public @Nullable Response refreshHold(@Context RoutingContext context) {
        return refresh(context);
    }

    @POST
    @Path("reserve")
    public @Nullable Response reserve(@Context RoutingContext context) {
        BookingId booking = new BookingId(UUID.randomUUID());
        ask(
                context,
                (cause, seat) -> new ReserveSeats(cause, seat, booking),
                OnlineReservationSeats::reserved);
        return null;
    }

    private void ask(
            RoutingContext context,
            BiFunction<Cause, SeatSet, Command> command,
            Exchange.Rendering<Answer> rendering) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                BODY_BYTES_MAX,
                body -> {
                    Claim claim = Claim.in(body);
                    Asker asker = Asker.of(claim.caller(), context);
                    SeatSet seat = SeatSet.of(EventId.numberIn(claim.seat()));
                    exchange.ask(
                            StreamId.of(EventId.ofSeat(claim.seat())),
                            at -> command.apply(asker.at(at), seat),
                            rendering);
                });
    }

    private static Response held(Answer answer, JsonBytes json) {
        Hold hold = ((Answer.Holds) answer).holds().getFirst();
        SeatRecord record =
                SeatRecord.held(hold.user(), hold.heldAtMillis(), hold.expiresAtMillis());
        return shown(json, new Seat(hold.event(), hold.seat(), record));
    }

    private static Response reserved(Answer answer, JsonBytes json) {
        return shown(json, ((Answer.Seats) answer).seats().getFirst());
    }

    private static Response shown(JsonBytes json, Seat seat) {
        SeatRecord record = seat.record();
        UserId owner = record.status() == SeatStatus.AVAILABLE ? null : record.owner();
        return JsonAnswer.ok(
                OnlineReservationList.seat(
                        json, seat.event().id(), seat.number(), record.status(), owner));
    }

    /// What the body of a hold, a refresh and a reservation says: which seat, and who asks.
    private record Claim(UUID seat, Caller caller) {

        static Claim in(byte[] body) {
            Fields fields = Fields.of(body);
            String seat = fields.text("id", ID_LENGTH_MAX);
            UUID user = fields.uuid("UUID");
            fields.doneIgnoringUnknown();
            return new Claim(Ids.seat(seat), new Caller(new UserId(user)));
        }
    }
}
