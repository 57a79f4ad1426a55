package usher.server.http;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.catalog.Catalog;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventStatus;
import usher.ledger.JsonBytes;

/// A page of the list of events: what was asked for, and how it is shown.
///
/// @param after the last event of the page before; null: the first page
/// @param limit how many events it has at most
record Page(@Nullable EventId after, int limit) {

    static final int LIMIT_MAX = 100;

    private static final int UUID_BYTES = 16;

    /// The page that a query asks for.
    ///
    /// @param cursor what the page before gave as `nextCursor`
    /// @throws Problem naming what is wrong with it
    static Page of(@Nullable String cursor, String limit) {
        return new Page(cursor == null ? null : read(cursor), readLimit(limit));
    }

    /// The events of this page and the first of the next, if there is one; empty: there is no such
    /// place in the list.
    Optional<List<EventDefinition>> in(Catalog catalog) {
        EventDefinition last = after == null ? null : catalog.find(after);
        if (after != null && last == null) return Optional.empty();
        return Optional.of(catalog.page(last, limit + 1));
    }

    /// Shows what [#in] found.
    byte[] render(Optional<List<EventDefinition>> found, JsonBytes json) {
        List<EventDefinition> events = found.orElseThrow(Page::noCursor);
        boolean hasNext = events.size() > limit;
        if (hasNext) events = events.subList(0, limit);
        json.beginObject().field("items").beginArray();
        for (EventDefinition event : events) {
            Shapes.event(json, event, EventStatus.ACTIVE);
        }
        json.endArray();
        if (hasNext) json.field("nextCursor").plain(cursorAfter(events.getLast().id()));
        return json.endObject().toByteArray();
    }

    private static String cursorAfter(EventId event) {
        UUID id = event.value();
        ByteBuffer bytes = ByteBuffer.allocate(UUID_BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static EventId read(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() != UUID_BYTES) throw noCursor();
            return new EventId(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException noEvent) {
            throw noCursor();
        }
    }

    private static int readLimit(String limit) {
        try {
            int count = Integer.parseInt(limit);
            if (count >= 1 && count <= LIMIT_MAX) return count;
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw Problem.field("limit", "must be a whole number from 1 to %d".formatted(LIMIT_MAX));
    }

    private static Problem noCursor() {
        return Problem.field("cursor", "must be the nextCursor of the page before");
    }
}
