package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
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
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.PayBooking;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.security.Caller;

/// Payments of bookings, with money that nobody has: the caller says how they end.
@Path("/v1/payments")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentsResource {

    private static final int OUTCOME_LENGTH_MAX = 20;

    private final Counter counter;
    private final BookingFinder finder;
    private final V1 face;

    PaymentsResource(Counter counter, BookingFinder finder, V1 face) {
        this.counter = counter;
        this.finder = finder;
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
                    NewPayment wanted = NewPayment.read(body);
                    Asker asker = Asker.of(caller, context, body);
                    UUID payment = UUID.randomUUID();
                    finder.find(
                            exchange,
                            wanted.booking(),
                            booking -> booking.user().equals(caller.user()),
                            found ->
                                    exchange.askUrgently(
                                            StreamId.of(found.event().id()),
                                            at ->
                                                    new PayBooking(
                                                            asker.at(at),
                                                            wanted.booking(),
                                                            payment,
                                                            wanted.succeeds()),
                                            PaymentsResource::thePayment));
                });
        return null;
    }

    private static Object thePayment(Answer answer, JsonBytes json) {
        Booking booking = ((Answer.Booked) answer).booking();
        Shapes.payment(json, booking, Objects.requireNonNull(booking.payment()));
        return Response.status(Response.Status.CREATED).entity(json.toByteArray()).build();
    }

    /// What the body of a payment asks for.
    private record NewPayment(BookingId booking, boolean succeeds) {

        static NewPayment read(byte[] body) {
            Fields fields = Fields.of(body);
            BookingId booking = new BookingId(fields.uuid("bookingId"));
            String outcome = fields.optionalText("outcome", OUTCOME_LENGTH_MAX);
            boolean isKnown =
                    outcome == null || outcome.equals("succeeded") || outcome.equals("failed");
            if (!isKnown) fields.wrong("outcome", "must be succeeded or failed");
            fields.done();
            return new NewPayment(booking, !"failed".equals(outcome));
        }
    }
}
