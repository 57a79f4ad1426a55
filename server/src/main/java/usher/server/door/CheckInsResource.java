package usher.server.door;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.domain.selling.CheckInTicket;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.http.Asker;
import usher.server.http.Bodies;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.http.Formats;
import usher.server.http.Places;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.http.Timestamps;
import usher.server.http.V1;
import usher.server.security.Caller;
import usher.server.tickets.TicketClaim;
import usher.server.tickets.TicketCodes;
import usher.server.tickets.TicketWork;

/// The door of an event: let somebody in with his ticket, and see who is in.
@Path("/v1/events/{eventId}/check-ins")
@Singleton
@NonBlocking
public final class CheckInsResource {

    private static final int CODE_LENGTH_MAX = 1000;

    private final Counter counter;
    private final TicketCodes codes;
    private final TicketWork work;
    private final V1 face;

    CheckInsResource(Counter counter, TicketCodes codes, TicketWork work, V1 face) {
        this.counter = counter;
        this.codes = codes;
        this.work = work;
        this.face = face;
    }

    /// In `dev` everybody is an organizer, but has to say who he is.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public @Nullable Response letIn(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    Fields fields = Fields.of(body);
                    String code = fields.text("code", CODE_LENGTH_MAX).strip();
                    fields.done();
                    Asker asker = Asker.of(caller, context, body);
                    work.run(
                            exchange,
                            () -> {
                                TicketClaim claim = claim(code, event);
                                exchange.goOn(() -> letIn(exchange, claim, asker));
                            });
                });
        return null;
    }

    @GET
    @SuppressWarnings("UnusedVariable") // the caller is read to be refused if he is nobody
    public @Nullable Response list(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("format") @Nullable String format,
            @Context Request request) {
        boolean isCsv = Formats.isCsv(format, request);
        DoorPage page = DoorPage.of(status, cursor, limit);
        Exchange exchange = counter.open(face);
        BookingWalk.forwards(
                exchange,
                event,
                page.firstBooking(),
                page,
                seen -> exchange.complete(() -> DoorAnswer.of(page, seen, isCsv)));
        return null;
    }

    /// What the ticket with this code says.
    ///
    /// @throws Problem if there is none, or none for `event`
    private TicketClaim claim(String code, EventId event) {
        TicketClaim claim = codes.read(code);
        if (claim.event().equals(event)) return claim;
        throw new Problem(
                ProblemType.TICKET_OF_ANOTHER_EVENT,
                "It is for event %s: check the date and the door.".formatted(claim.event()));
    }

    private void letIn(Exchange exchange, TicketClaim claim, Asker asker) {
        exchange.askUrgently(
                StreamId.of(claim.event()),
                at -> new CheckInTicket(asker.at(at), claim.booking(), claim.seat()),
                (answer, json) -> shown((Answer.CheckedIn) answer, claim, json));
    }

    private Object shown(Answer.CheckedIn in, TicketClaim claim, JsonBytes json) {
        if (!in.isFirst()) return face.show(CameBefore.problem(in));
        json.beginObject();
        json.field("seatId").value(claim.event().seat(claim.seat()));
        json.field("number").value(claim.seat());
        Places.write(json, in.seat().event().plan(), claim.seat());
        json.field("bookingId").value(claim.booking().value());
        Timestamps.write(json.field("checkedInAt"), in.checkIn().atMillis());
        return Response.ok(json.endObject().toByteArray(), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
