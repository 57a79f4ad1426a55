package usher.server.dialect;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.PayBooking;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.http.Asker;
import usher.server.http.Bodies;
import usher.server.http.BookingFinder;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.http.RequestIds;
import usher.server.payments.Checkout;

/// The payment of the ticket-booking document: the caller says whether it succeeds. It is made for
/// whoever made the booking, since the document names nobody else.
@Path("/payment")
@Singleton
@NonBlocking
public final class TicketBookingPayments {

    private static final String NOT_HIMSELF =
            "Money is real here: pay by POST /v1/payments, at the provider.";

    private final Counter counter;
    private final BookingFinder finder;
    private final Checkout checkout;
    private final TicketBookingFace face;

    TicketBookingPayments(
            Counter counter, BookingFinder finder, Checkout checkout, TicketBookingFace face) {
        this.counter = counter;
        this.checkout = checkout;
        this.finder = finder;
        this.face = face;
    }

    @POST
    public @Nullable Response pay(@Context RoutingContext context) {
        if (checkout.isReal()) throw new Problem(ProblemType.FORBIDDEN, NOT_HIMSELF);
        Exchange exchange = counter.open(face);
        String request = RequestIds.of(context);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    Fields fields = Fields.of(body);
                    BookingId id = new BookingId(fields.uuid("bookingId"));
                    if (!fields.names("success")) fields.wrong("success", "is missing");
                    boolean succeeds = fields.flag("success");
                    fields.doneIgnoringUnknown();
                    finder.find(
                            exchange,
                            id,
                            _ -> true,
                            found -> pay(exchange, found, request, succeeds));
                });
        return null;
    }

    private static void pay(
            Exchange exchange, BookingFinder.Found found, String request, boolean succeeds) {
        Booking booking = found.booking();
        Asker asker = new Asker(booking.user(), request, null);
        UUID payment = UUID.randomUUID();
        exchange.askUrgently(
                StreamId.of(found.event().id()),
                at -> new PayBooking(asker.at(at), booking.id(), payment, succeeds),
                TicketBookingPayments::paid);
    }

    private static Object paid(Answer answer, JsonBytes json) {
        Booking booking = ((Answer.Booked) answer).booking();
        json.beginObject();
        json.field("bookingId").value(booking.id().value());
        json.field("success").value(booking.isPaid());
        json.field("status").plain(TicketBookingOrders.word(booking.status()));
        return JsonAnswer.created(json.endObject());
    }
}
