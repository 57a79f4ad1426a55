package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.PayBooking;
import usher.domain.selling.Payment;
import usher.domain.selling.StartPayment;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.payments.Checkout;
import usher.server.security.Caller;

/// Payments of bookings: simulated, where the caller says how they end, or at a gateway.
@Path("/v1/payments")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentsResource {

    private static final long PAUSE_MILLIS_MIN = 20;
    private static final long PAUSE_MILLIS_MAX = 500;

    /// How often a payment that a gateway is opening is looked at: for ten seconds.
    private static final int LOOKS_MAX = 24;

    private final Counter counter;
    private final BookingFinder finder;
    private final Checkout checkout;
    private final Vertx vertx;
    private final V1 face;

    PaymentsResource(
            Counter counter, BookingFinder finder, Checkout checkout, Vertx vertx, V1 face) {
        this.counter = counter;
        this.finder = finder;
        this.checkout = checkout;
        this.vertx = vertx;
        this.face = face;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public @Nullable Response pay(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    Fields fields = Fields.of(body);
                    BookingId booking = new BookingId(fields.uuid("bookingId"));
                    Checkout.Way way = checkout.read(fields);
                    fields.done();
                    Asker asker = Asker.of(caller, context, body);
                    finder.find(
                            exchange,
                            booking,
                            found -> found.user().equals(caller.user()),
                            found -> pay(exchange, found, asker, way));
                });
        return null;
    }

    private void pay(Exchange exchange, BookingFinder.Found found, Asker asker, Checkout.Way way) {
        StreamId stream = StreamId.of(found.event().id());
        BookingId booking = found.booking().id();
        UUID payment = UUID.randomUUID();
        switch (way) {
            case Checkout.Way.AtOnce(boolean succeeds) ->
                    exchange.askUrgently(
                            stream,
                            at -> new PayBooking(asker.at(at), booking, payment, succeeds),
                            (answer, json) -> created(((Answer.Booked) answer).booking(), json));
            case Checkout.Way.At(String provider) ->
                    exchange.askAndGoOn(
                            stream,
                            at -> new StartPayment(asker.at(at), booking, payment, provider),
                            _ -> untilOpened(exchange, stream.event(), booking, 0));
        }
    }

    /// Answers when the gateway has opened the payment, or has taken too long: then whoever asks
    /// for the booking later finds out.
    private void untilOpened(Exchange exchange, EventId event, BookingId id, int looks) {
        exchange.lookAndGoOn(
                event,
                office -> office.bookings().known(id),
                booking -> {
                    Payment payment = Objects.requireNonNull(booking.payment());
                    boolean isOpening = booking.isBeingPaid() && !payment.isOpened();
                    if (isOpening && looks < LOOKS_MAX) {
                        long pause = Math.min(PAUSE_MILLIS_MIN << looks, PAUSE_MILLIS_MAX);
                        vertx.setTimer(pause, _ -> untilOpened(exchange, event, id, looks + 1));
                    } else {
                        exchange.render(json -> created(booking, json));
                    }
                });
    }

    private static Response created(Booking booking, JsonBytes json) {
        Shapes.payment(json, booking, Objects.requireNonNull(booking.payment()));
        return Response.status(Response.Status.CREATED).entity(json.toByteArray()).build();
    }
}
