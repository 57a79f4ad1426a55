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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventState;
import usher.domain.event.Policy;
import usher.domain.plan.Plan;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.Settings;
import usher.server.http.Asker;
import usher.server.http.Bodies;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.http.NewEvents;
import usher.server.http.Timestamps;
import usher.server.security.Caller;

/// The events of the online-reservation-system document, which have 10 to 10,000 seats.
///
/// The document knows no authentication; whoever creates an event may say who he is. It limits the
/// seats that a user holds at once, and neither those that he has nor how often he refreshes a
/// hold.
@Path("/events")
@Singleton
@NonBlocking
public final class OnlineReservationEvents {

    private static final int SEATS_MIN = 10;
    private static final int SEATS_MAX = 10_000;

    private final Counter counter;
    private final NewEvents newEvents;
    private final OnlineReservationFace face;
    private final Policy policy;

    OnlineReservationEvents(
            Counter counter, NewEvents newEvents, OnlineReservationFace face, Settings settings) {
        this.counter = counter;
        this.newEvents = newEvents;
        this.face = face;
        Policy defaults = newEvents.defaults();
        this.policy =
                new Policy(
                        settings.lockExpirationTime().orElse(defaults.holdSeconds()),
                        Policy.REFRESHES_MAX,
                        settings.maxHeldSeats().orElse(defaults.heldSeatsPerUser()),
                        0,
                        defaults.bookingMinutes());
    }

    @POST
    @Path("create")
    public @Nullable Response create(
            @HeaderParam("Authorization") @Nullable String token, @Context RoutingContext context) {
        Asker asker = Asker.of(Caller.ifNamed(token), context);
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    NewEvents.Draft draft = read(body);
                    exchange.ask(
                            StreamId.CATALOG,
                            at ->
                                    new ListEvent(
                                            asker.at(at),
                                            draft.definition(newEvents.newId(at), at)),
                            OnlineReservationEvents::created);
                });
        return null;
    }

    /// Other documents have this address, too: whoever adds one adds its fields to [#write].
    @GET
    @Path("{eventId}")
    public @Nullable Response get(@PathParam("eventId") EventId event) {
        counter.open(face)
                .look(
                        event,
                        office -> Now.of(office.event()),
                        (now, json) -> JsonAnswer.ok(now.event(json)));
        return null;
    }

    private NewEvents.Draft read(byte[] body) {
        Fields fields = Fields.of(body);
        String name = fields.text("name", EventDetails.NAME_LENGTH_MAX);
        int totalSeats = fields.integer("totalSeats", SEATS_MIN, SEATS_MAX);
        fields.doneIgnoringUnknown();
        return new NewEvents.Draft(EventDetails.of(name, policy), Plan.plain(totalSeats));
    }

    private static Response created(Answer answer, JsonBytes json) {
        EventDefinition event = ((Answer.Listed) answer).event();
        return JsonAnswer.created(new Now(event, event.details()).event(json));
    }

    /// An event as it was a moment ago.
    private record Now(EventDefinition event, EventDetails details) {

        static Now of(EventState state) {
            return new Now(state.definition(), state.details());
        }

        JsonBytes event(JsonBytes json) {
            return write(json, event, details);
        }
    }

    /// An event in the words of every document that has this address.
    static JsonBytes write(JsonBytes json, EventDefinition event, EventDetails details) {
        json.beginObject();
        json.field("id").value(event.id().value());
        json.field("name").value(details.name());
        json.field("totalSeats").value(event.totalSeats());
        Instant startsAt = details.startsAt();
        if (startsAt != null) Timestamps.write(json.field("datetime"), startsAt.toEpochMilli());
        TicketTier.writePrices(event, json);
        return json.endObject();
    }
}
