package usher.server.door;

import java.util.function.Consumer;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.event.EventDefinition;
import usher.domain.plan.Plan;
import usher.domain.selling.Booking;
import usher.domain.selling.Bookings;
import usher.server.http.Exchange;

/// Goes through the bookings of one event in the order in which they were made, or backwards, for
/// somebody who wants a page of them.
///
/// It looks at [#STRETCH_BOOKINGS] at a time, and lets the box office serve others in between;
/// after
/// [#STRETCHES_MAX] it stops, so a page may have fewer than were asked for and still not be the
/// last. A booking's position never changes: none is ever removed.
final class BookingWalk {

    static final int STRETCH_BOOKINGS = 2_000;
    static final int STRETCHES_MAX = 50;

    /// From the first booking, or the last: whichever comes first on the way.
    static final int START = -1;

    /// Takes what it wants to show. On the engine's thread.
    interface Collector {

        /// Takes `booking` or leaves it; returns whether it wants to see the next.
        boolean wantsMoreAfter(Booking booking, int position, Plan plan);
    }

    /// How a walk ended.
    ///
    /// @param position the first booking that was not looked at; [#START] if none is left
    /// @param tickets how many tickets the event has, all together
    /// @param checkedIn with how many of them somebody came in
    record End(EventDefinition event, int position, int tickets, int checkedIn) {}

    private final Exchange exchange;
    private final EventId event;
    private final int step;
    private final Collector collector;
    private final Consumer<End> then;
    private int position;
    private int stretches;

    private BookingWalk(
            Exchange exchange,
            EventId event,
            int from,
            int step,
            Collector collector,
            Consumer<End> then) {
        this.exchange = exchange;
        this.event = event;
        this.position = from;
        this.step = step;
        this.collector = collector;
        this.then = then;
    }

    /// From position `from`, or the first booking, to the last.
    static void forwards(
            Exchange exchange, EventId event, int from, Collector collector, Consumer<End> then) {
        new BookingWalk(exchange, event, from, 1, collector, then).goOn();
    }

    /// From position `from`, or the last booking, to the first.
    static void backwards(
            Exchange exchange, EventId event, int from, Collector collector, Consumer<End> then) {
        new BookingWalk(exchange, event, from, -1, collector, then).goOn();
    }

    private void goOn() {
        exchange.lookAndGoOn(event, this::stretch, this::ended);
    }

    private void ended(Stretch seen) {
        boolean isOver = !seen.wantsMore() || ++stretches == STRETCHES_MAX;
        if (isOver) then.accept(seen.end());
        else goOn();
    }

    /// Looks at the next bookings. On the engine's thread.
    private Stretch stretch(BoxOffice office) {
        Bookings bookings = office.bookings();
        Plan plan = office.event().definition().plan();
        if (position == START) position = step > 0 ? 0 : bookings.count() - 1;
        boolean wantsMore = true;
        for (int i = 0; i < STRETCH_BOOKINGS && wantsMore && isIn(bookings); i++) {
            wantsMore = collector.wantsMoreAfter(bookings.at(position), position, plan);
            position += step;
        }
        boolean isAnyLeft = isIn(bookings);
        int next = isAnyLeft ? position : START;
        End end =
                new End(
                        office.event().definition(),
                        next,
                        bookings.tickets(),
                        bookings.checkedIn());
        return new Stretch(wantsMore && isAnyLeft, end);
    }

    private boolean isIn(Bookings bookings) {
        return position >= 0 && position < bookings.count();
    }

    /// @param wantsMore whether there is more, and somebody wants to see it
    private record Stretch(boolean wantsMore, End end) {}
}
