package usher.server.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Plan;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.server.http.Page;
import usher.server.http.Problem;

/// A page of the bookings of an event, the newest first. A cursor is the position of the booking
/// with which the page begins.
final class BookingsPage implements BookingWalk.Collector {

    private static final int LIMIT_MAX = 100;

    private final BookingFilter filter;
    private final long atMillis;
    private final int firstBooking;
    private final int limit;
    private final List<Booking> found = new ArrayList<>();
    private Set<BookingId> named = Set.of();

    private BookingsPage(BookingFilter filter, long atMillis, int firstBooking, int limit) {
        this.filter = filter;
        this.atMillis = atMillis;
        this.firstBooking = firstBooking;
        this.limit = limit;
    }

    /// The page that the parameters of a request ask for.
    ///
    /// @param atMillis the moment as of which it shows them
    /// @throws Problem naming what is wrong
    static BookingsPage of(
            BookingFilter filter, long atMillis, @Nullable String cursor, String limit) {
        int count = Page.readLimit(limit, LIMIT_MAX);
        if (cursor == null) return new BookingsPage(filter, atMillis, BookingWalk.START, count);
        if (!cursor.matches("[0-9]{1,9}")) {
            throw Problem.field("cursor", "must be the nextCursor of the page before");
        }
        return new BookingsPage(filter, atMillis, Integer.parseInt(cursor), count);
    }

    BookingFilter filter() {
        return filter;
    }

    int firstBooking() {
        return firstBooking;
    }

    /// Takes these, too, as if the words stood in them. Before the walk.
    void alsoAdmit(Set<BookingId> bookings) {
        named = bookings;
    }

    /// Those that are on this page, as they are at the moment that it shows.
    List<Booking> found() {
        return found;
    }

    int limit() {
        return limit;
    }

    @Override
    public boolean wantsMoreAfter(Booking booking, int position, Plan plan) {
        boolean isWanted =
                filter.admits(booking, atMillis)
                        && (named.contains(booking.id()) || filter.standsIn(booking, plan));
        if (isWanted) found.add(booking.at(atMillis));
        return found.size() < limit;
    }
}
