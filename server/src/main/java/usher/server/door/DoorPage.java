package usher.server.door;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.plan.Plan;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.CheckIn;
import usher.server.http.Page;
import usher.server.http.Problem;

/// A page of the tickets of an event, in the order in which they were booked.
///
/// A cursor names the booking by its position, and how many of its places come before the page.
final class DoorPage implements BookingWalk.Collector {

    private static final int LIMIT_MAX = 1000;
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,6})");

    /// A ticket, and who came in with it; null: nobody yet.
    record Line(Booking booking, int seat, @Nullable CheckIn checkIn) {}

    private final Door door;
    private final int firstBooking;
    private final int limit;
    private final List<Line> lines = new ArrayList<>();
    private int placesBefore;
    private @Nullable String cursor;

    private DoorPage(Door door, int firstBooking, int placesBefore, int limit) {
        this.door = door;
        this.firstBooking = firstBooking;
        this.placesBefore = placesBefore;
        this.limit = limit;
    }

    /// The page that the parameters of a request ask for.
    ///
    /// @throws Problem naming what is wrong
    static DoorPage of(@Nullable String status, @Nullable String cursor, String limit) {
        Door door = Door.named(status);
        int count = Page.readLimit(limit, LIMIT_MAX);
        if (cursor == null) return new DoorPage(door, BookingWalk.START, 0, count);
        Matcher match = CURSOR.matcher(cursor);
        if (!match.matches()) {
            throw Problem.field("cursor", "must be the nextCursor of the page before");
        }
        int booking = Integer.parseInt(match.group(1));
        return new DoorPage(door, booking, Integer.parseInt(match.group(2)), count);
    }

    int firstBooking() {
        return firstBooking;
    }

    List<Line> lines() {
        return lines;
    }

    /// Where the next page begins; null: there is none.
    @Nullable String cursorAfter(BookingWalk.End end) {
        if (cursor != null) return cursor;
        return end.position() == BookingWalk.START ? null : end.position() + ".0";
    }

    /// The address of the page of `event` that begins there, as CSV.
    String addressAfter(EventId event, String next) {
        return "/v1/events/%s/check-ins?format=csv&status=%s&limit=%d&cursor=%s"
                .formatted(event, door.word, limit, next);
    }

    @Override
    public boolean wantsMoreAfter(Booking booking, int position, Plan plan) {
        int places = booking.status() == BookingStatus.CONFIRMED ? booking.seats().size() : 0;
        for (int i = placesBefore; i < places; i++) {
            if (lines.size() == limit) {
                cursor = position + "." + i;
                return false;
            }
            int seat = booking.seats().get(i);
            CheckIn checkIn = booking.checkIn(seat);
            if (door.admits(checkIn)) lines.add(new Line(booking, seat, checkIn));
        }
        placesBefore = 0;
        return true;
    }

    /// Which tickets are wanted.
    enum Door {
        ALL("all"),
        /// Nobody came in with them yet.
        VALID("valid"),
        /// Somebody came in with them.
        CHECKED_IN("checked-in");

        private final String word;

        Door(String word) {
            this.word = word;
        }

        static Door named(@Nullable String status) {
            if (status == null) return ALL;
            for (Door door : values()) {
                if (door.word.equals(status)) return door;
            }
            throw Problem.field("status", "must be all, valid or checked-in");
        }

        boolean admits(@Nullable CheckIn checkIn) {
            return this == ALL || (this == VALID) == (checkIn == null);
        }
    }
}
