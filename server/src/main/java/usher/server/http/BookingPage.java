package usher.server.http;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usher.ledger.JsonBytes;

/// A page of somebody's bookings.
///
/// @param after the place of the last booking of the page before; null: the first page
record BookingPage(@Nullable String after, int limit) {

    private static final int LIMIT_MAX = 100;
    private static final Pattern PLACE = Pattern.compile("[0-9a-f]{16}-[0-9a-f-]{36}");

    /// @throws Problem naming what is wrong
    static BookingPage of(@Nullable String cursor, String limit) {
        if (cursor != null && !PLACE.matcher(cursor).matches()) {
            throw Problem.field("cursor", "must be the nextCursor of the page before");
        }
        return new BookingPage(cursor, Page.readLimit(limit, LIMIT_MAX));
    }

    /// Shows those of `found`, in their order, that are on this page, as they are at `atMillis`.
    byte[] render(List<BookingFinder.Found> found, long atMillis, JsonBytes json) {
        json.beginObject().field("items").beginArray();
        int shown = 0;
        String next = null;
        for (BookingFinder.Found one : found) {
            String place = BookingFinder.order(one);
            if (after != null && place.compareTo(after) <= 0) continue;
            if (shown == limit) {
                json.endArray().field("nextCursor").plain(String.valueOf(next));
                return json.endObject().toByteArray();
            }
            Shapes.booking(json, one.event(), one.booking().at(atMillis));
            next = place;
            shown++;
        }
        return json.endArray().endObject().toByteArray();
    }
}
