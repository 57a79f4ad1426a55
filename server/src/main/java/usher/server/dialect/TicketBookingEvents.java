package usher.server.dialect;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ListedEvent;
import usher.ledger.JsonBytes;
import usher.server.http.Counter;
import usher.server.http.EventQuery;
import usher.server.http.Exchange;
import usher.server.http.Page;

/// The list of events and what they have left, as the ticket-booking document has them. One event
/// is at the address that it shares with another document: [OnlineReservationEvents].
@Path("/events")
@Singleton
@NonBlocking
public final class TicketBookingEvents {

    private final Counter counter;
    private final TicketBookingFace face;

    TicketBookingEvents(Counter counter, TicketBookingFace face) {
        this.counter = counter;
        this.face = face;
    }

    @GET
    public @Nullable Response list(
            @QueryParam("name") @Nullable String name,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        Page page = Page.of(EventQuery.of(name, null, null), cursor, limit);
        Exchange exchange = counter.open(face);
        exchange.lookAtCatalogAndGoOn(
                Catalog::soonestFirst,
                events ->
                        exchange.render(json -> JsonAnswer.ok(list(page, page.in(events), json))));
        return null;
    }

    @GET
    @Path("{eventId}/availability")
    public @Nullable Response availability(@PathParam("eventId") EventId event) {
        counter.open(face)
                .look(
                        event,
                        BoxOffice::states,
                        (states, json) -> {
                            json.beginObject();
                            for (TicketTier tier : TicketTier.values()) {
                                json.field(tier.field()).value(tier.leftIn(states));
                            }
                            return JsonAnswer.ok(json.endObject());
                        });
        return null;
    }

    private static JsonBytes list(Page page, List<ListedEvent> found, JsonBytes json) {
        json.beginObject().field("items").beginArray();
        for (ListedEvent event : page.shown(found)) {
            OnlineReservationEvents.write(json, event.definition(), event.now().details());
        }
        json.endArray();
        String next = page.nextCursor(found);
        if (next != null) json.field("nextCursor").plain(next);
        return json.endObject();
    }
}
