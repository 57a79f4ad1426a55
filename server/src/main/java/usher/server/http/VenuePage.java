package usher.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.catalog.ListedVenue;
import usher.domain.catalog.SearchText;
import usher.domain.venue.VenueId;
import usher.ledger.JsonBytes;

/// A page of the list of venues.
///
/// @param words what the name must have in it, as [SearchText] compares; empty: anything
/// @param after the place of the last venue of the page before; null: the first page
record VenuePage(String words, ListedVenue.@Nullable Place after, int limit) {

    private static final int LIMIT_MAX = 100;
    private static final int CURSOR_LENGTH_MAX = 10_000;
    private static final int ID_BYTES = 2 * Long.BYTES;

    /// @param cursor what the page before gave as `nextCursor`
    /// @throws Problem naming what is wrong
    static VenuePage of(@Nullable String query, @Nullable String cursor, String limit) {
        if (query != null && query.length() > EventQuery.QUERY_LENGTH_MAX) {
            throw Problem.field(
                    "query",
                    "must have at most %d characters".formatted(EventQuery.QUERY_LENGTH_MAX));
        }
        return new VenuePage(
                query == null ? "" : SearchText.of(query),
                cursor == null ? null : read(cursor),
                Page.readLimit(limit, LIMIT_MAX));
    }

    /// Shows those of `byName` that are on this page.
    byte[] render(List<ListedVenue> byName, JsonBytes json) {
        List<ListedVenue> found = in(byName);
        json.beginObject().field("items").beginArray();
        int shown = Math.min(limit, found.size());
        for (ListedVenue each : found.subList(0, shown)) {
            VenueRendering.brief(json, each.venue());
        }
        json.endArray();
        if (found.size() > limit) {
            json.field("nextCursor").plain(cursorAfter(found.get(limit - 1).place()));
        }
        return json.endObject().toByteArray();
    }

    /// The venues of this page and the first of the next, if there is one.
    private List<ListedVenue> in(List<ListedVenue> byName) {
        List<ListedVenue> found = new ArrayList<>();
        for (ListedVenue each : byName) {
            if (after != null && each.place().compareTo(after) <= 0) continue;
            if (each.place().searchText().contains(words)) found.add(each);
            if (found.size() > limit) break;
        }
        return found;
    }

    private static String cursorAfter(ListedVenue.Place place) {
        byte[] text = place.searchText().getBytes(StandardCharsets.UTF_8);
        UUID id = place.venue().value();
        byte[] bytes =
                ByteBuffer.allocate(ID_BYTES + text.length)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(text)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ListedVenue.Place read(String cursor) {
        if (cursor.length() > CURSOR_LENGTH_MAX) throw noCursor();
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException noBase64) {
            throw noCursor();
        }
        if (bytes.length < ID_BYTES) throw noCursor();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        VenueId id = new VenueId(new UUID(buffer.getLong(), buffer.getLong()));
        return new ListedVenue.Place(StandardCharsets.UTF_8.decode(buffer).toString(), id);
    }

    private static Problem noCursor() {
        return Problem.field("cursor", "must be the nextCursor of the page before");
    }
}
