package usher.server.dialect;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.Tickets;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.http.Asker;
import usher.server.http.Bodies;
import usher.server.http.BookingFinder;
import usher.server.http.Clock;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.http.Ids;
import usher.server.http.Problem;
import usher.server.http.RequestIds;
import usher.server.http.Timestamps;

/// The bookings of the ticket-booking document: quantities of three tiers, by whoever the body
/// says,
/// under an id that the client makes.
@Path("/bookings")
@Singleton
@NonBlocking
public final class TicketBookingOrders {

    private static final UUID NIL = new UUID(0, 0);

    private final Counter counter;
    private final BookingFinder finder;
    private final Clock clock;
    private final TicketBookingFace face;

    TicketBookingOrders(
            Counter counter, BookingFinder finder, Clock clock, TicketBookingFace face) {
        this.counter = counter;
        this.finder = finder;
        this.clock = clock;
        this.face = face;
    }

    @GET
    public @Nullable Response of(@QueryParam("userId") @Nullable String userId) {
        UUID user = userId == null ? null : Ids.uuidOrNull(userId);
        if (user == null) throw Problem.field("userId", "must be a UUID");
        long now = clock.nowMillis();
        Exchange exchange = counter.open(face);
        finder.findAll(
                exchange,
                new UserId(user),
                found -> exchange.render(json -> JsonAnswer.ok(list(found, now, json))));
        return null;
    }

    @POST
    public @Nullable Response make(@Context RoutingContext context) {
        Exchange exchange = counter.open(face).tierIn("eventId");
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    Order order = Order.read(body);
                    Asker asker = new Asker(order.user(), RequestIds.of(context), null);
                    exchange.ask(
                            StreamId.of(order.event()),
                            at ->
                                    new MakeBooking(
                                            asker.at(at),
                                            order.id(),
                                            SeatSet.none(),
                                            order.tickets(),
                                            null,
                                            order.tickets().hashCode()),
                            TicketBookingOrders::made);
                });
        return null;
    }

    private static Object made(Answer answer, JsonBytes json) {
        Answer.Booked booked = (Answer.Booked) answer;
        return JsonAnswer.created(write(json, booked.event(), booked.booking()));
    }

    private static JsonBytes list(List<BookingFinder.Found> found, long now, JsonBytes json) {
        json.beginArray();
        for (BookingFinder.Found one : found) write(json, one.event(), one.booking().at(now));
        return json.endArray();
    }

    private static JsonBytes write(JsonBytes json, EventDefinition event, Booking booking) {
        json.beginObject();
        json.field("id").value(booking.id().value());
        json.field("userId").value(booking.user().value());
        json.field("eventId").value(event.id().value());
        for (TicketTier tier : TicketTier.values()) {
            json.field(tier.field()).value(tier.countIn(booking, event.plan()));
        }
        json.field("status").plain(word(booking.status()));
        Timestamps.write(json.field("createdAt"), booking.madeAtMillis());
        return json.endObject();
    }

    /// To the document, a booking that was not paid in time has failed.
    static String word(BookingStatus status) {
        return switch (status) {
            case PENDING -> "pending";
            case CONFIRMED -> "confirmed";
            case FAILED, EXPIRED -> "failed";
            case CANCELLED -> "cancelled";
            case REFUNDED -> "refunded";
        };
    }

    /// The body of a booking.
    private record Order(BookingId id, UserId user, EventId event, List<Tickets> tickets) {

        static Order read(byte[] body) {
            Fields fields = Fields.of(body);
            BookingId id = new BookingId(fields.uuid("id"));
            UserId user = new UserId(fields.uuid("userId"));
            UUID event = fields.uuid("eventId");
            List<Tickets> tickets = new ArrayList<>();
            for (TicketTier tier : TicketTier.values()) {
                int quantity = fields.integer(tier.field(), 0, MakeBooking.PLACES_MAX, 0);
                if (quantity > 0) tickets.add(new Tickets(tier.tier(), quantity));
            }
            int all = tickets.stream().mapToInt(Tickets::quantity).sum();
            if (all > MakeBooking.PLACES_MAX) fields.wrong("ga", "makes more than 1000 in all");
            if (tickets.isEmpty()) fields.wrong("vip", "or frontRow or ga must be 1 or more");
            boolean isEvent = EventId.isSeatOrEvent(event) && EventId.numberIn(event) == 0;
            if (!isEvent && !event.equals(NIL)) fields.wrong("eventId", "must be an event's id");
            fields.doneIgnoringUnknown();
            return new Order(id, user, new EventId(event), tickets);
        }
    }
}
