package usher.server.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.catalog.ListedEvent;
import usher.domain.catalog.Place;
import usher.domain.event.EventStatus;
import usher.domain.plan.Money;
import usher.ledger.JsonBytes;

/// A page of the list of events: what was asked for, and how it is shown.
///
/// A cursor names the place in the list after which the page begins, and not an event: so it stays
/// good when the event that was there is put off.
///
/// @param after the place of the last event of the page before; null: the first page
/// @param limit how many events it has at most
public record Page(EventQuery query, @Nullable Place after, int limit) {

    static final int LIMIT_MAX = 100;

    private static final int CURSOR_BYTES = 3 * Long.BYTES;
    private static final Offer NOTHING = new Offer(0, null);

    /// The page that a query asks for.
    ///
    /// @param cursor what the page before gave as `nextCursor`
    /// @throws Problem naming what is wrong with it
    public static Page of(EventQuery query, @Nullable String cursor, String limit) {
        return new Page(query, cursor == null ? null : read(cursor), readLimit(limit, LIMIT_MAX));
    }

    /// The events of this page and the first of the next, if there is one.
    public List<ListedEvent> in(List<ListedEvent> soonestFirst) {
        List<ListedEvent> found = new ArrayList<>();
        for (ListedEvent event : soonestFirst) {
            if (after != null && event.place().compareTo(after) <= 0) continue;
            if (query.matches(event)) found.add(event);
            if (found.size() > limit) break;
        }
        return found;
    }

    /// Shows what [#in] found, with what each event has left as far as that is known.
    byte[] render(List<ListedEvent> found, Map<EventId, Offer> offers, JsonBytes json) {
        json.beginObject().field("items").beginArray();
        for (ListedEvent event : shown(found)) write(event, offers.get(event.id()), json);
        json.endArray();
        String next = nextCursor(found);
        if (next != null) json.field("nextCursor").plain(next);
        return json.endObject().toByteArray();
    }

    /// Those of `found` that are on this page.
    public List<ListedEvent> shown(List<ListedEvent> found) {
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    /// The cursor of the next page; null if there is none.
    public @Nullable String nextCursor(List<ListedEvent> found) {
        return found.size() > limit ? cursorAfter(found.get(limit - 1).place()) : null;
    }

    private static void write(ListedEvent event, @Nullable Offer left, JsonBytes json) {
        Shapes.beginEvent(json, event.definition(), event.now());
        Offer offer = event.now().status() == EventStatus.CANCELLED ? NOTHING : left;
        if (offer != null) {
            json.field("available").value(offer.available());
            Money priceFrom = offer.priceFrom();
            if (priceFrom != null) Places.writePrice(json.field("priceFrom"), priceFrom);
        }
        json.endObject();
    }

    private static String cursorAfter(Place place) {
        UUID id = place.event().value();
        ByteBuffer bytes = ByteBuffer.allocate(CURSOR_BYTES);
        bytes.putLong(place.startsAtMillis());
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static Place read(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() != CURSOR_BYTES) throw noCursor();
            long startsAtMillis = bytes.getLong();
            EventId event = new EventId(new UUID(bytes.getLong(), bytes.getLong()));
            return new Place(startsAtMillis, event);
        } catch (IllegalArgumentException noEvent) {
            throw noCursor();
        }
    }

    /// How many things a page may have.
    ///
    /// @throws Problem if that is no number from 1 to `max`
    public static int readLimit(String limit, int max) {
        try {
            int count = Integer.parseInt(limit);
            if (count >= 1 && count <= max) return count;
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw Problem.field("limit", "must be a whole number from 1 to %d".formatted(max));
    }

    private static Problem noCursor() {
        return Problem.field("cursor", "must be the nextCursor of the page before");
    }
}
