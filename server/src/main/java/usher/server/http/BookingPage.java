package usher.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.ledger.JsonBytes;
import usher.server.http.BookingFinder.Found;

/// A page of somebody's bookings: those of his newest event first, and of each event the newest
/// first. So it costs no more than the events that it shows, however many he ever went to.
///
/// A cursor names the event and the place among his bookings there, from 0, with which the page
/// begins. Filled on one thread after the other.
public final class BookingPage {

    private static final int LIMIT_MAX = 100;
    private static final Pattern CURSOR = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,9})");
    private static final int NEWEST = 999_999_999;

    /// He may have seats at an event and no booking: those are looked at for nothing.
    private static final int EVENTS_MAX = 100;

    private final @Nullable EventId first;
    private final int place;
    private final int limit;
    private final List<Found> found = new ArrayList<>();
    private @Nullable String next;
    private int events;

    private BookingPage(@Nullable EventId first, int place, int limit) {
        this.first = first;
        this.place = place;
        this.limit = limit;
    }

    /// @throws Problem naming what is wrong
    static BookingPage of(@Nullable String cursor, String limit) {
        int count = Page.readLimit(limit, LIMIT_MAX);
        if (cursor == null) return new BookingPage(null, NEWEST, count);
        Matcher match = CURSOR.matcher(cursor);
        UUID id = match.matches() ? Ids.uuidOrNull(match.group(1)) : null;
        if (id == null || !EventId.isSeatOrEvent(id) || EventId.numberIn(id) != 0) {
            throw Problem.field("cursor", "must be the nextCursor of the page before");
        }
        return new BookingPage(new EventId(id), Integer.parseInt(match.group(2)), count);
    }

    /// Whether `event` is where the page begins, or older.
    boolean reaches(EventId event) {
        return first == null || compare(event, first) <= 0;
    }

    /// Whether there is room for his bookings of `event`, which comes after all that were added.
    boolean wants(EventId event) {
        if (next != null) return false;
        boolean isFull = found.size() == limit || events == EVENTS_MAX;
        if (isFull) next = event + "." + NEWEST;
        return !isFull;
    }

    /// Adds `his` bookings of `event`, which are in the order of their making.
    void add(EventId event, List<Found> his) {
        events++;
        int from = event.equals(first) ? Math.min(place, his.size() - 1) : his.size() - 1;
        for (int i = from; i >= 0; i--) {
            if (found.size() == limit) {
                next = event + "." + i;
                return;
            }
            found.add(his.get(i));
        }
    }

    /// Shows them as they are at `atMillis`.
    byte[] render(long atMillis, JsonBytes json) {
        json.beginObject().field("items").beginArray();
        for (Found one : found) Shapes.booking(json, one.event(), one.booking().at(atMillis));
        json.endArray();
        if (next != null) json.field("nextCursor").plain(next);
        return json.endObject().toByteArray();
    }

    private static int compare(EventId one, EventId other) {
        return one.toString().compareTo(other.toString());
    }
}
