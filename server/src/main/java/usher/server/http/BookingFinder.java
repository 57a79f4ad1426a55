package usher.server.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.engine.Keys;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.StreamId;

/// Finds bookings whose event nobody named: by the keys under which the ledger files events, and
/// then in the events' box offices, one after the other. Thread-safe.
@Singleton
public final class BookingFinder {

    private static final int READERS = 2;
    private static final int QUESTIONS_WAITING_MAX = 10_000;

    /// A booking and the event that it is of.
    ///
    /// @param now how the event is described now
    public record Found(EventDefinition event, EventDetails now, Booking booking) {

        /// The booking of this id in `office`; empty if it has none.
        public static Optional<Found> in(BoxOffice office, BookingId id) {
            return Optional.ofNullable(office.bookings().find(id))
                    .map(booking -> of(office, booking));
        }

        static Found of(BoxOffice office, Booking booking) {
            return new Found(office.event().definition(), office.event().details(), booking);
        }
    }

    private final Ledger ledger;
    private final ExecutorService readers =
            SpareThreads.of("usher-find-", READERS, QUESTIONS_WAITING_MAX);

    BookingFinder(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Goes on, on the event loop, with the booking of this id that `isRight`; fails `exchange` if
    /// there is none.
    public void find(
            Exchange exchange, BookingId id, Predicate<Booking> isRight, Consumer<Found> then) {
        events(exchange, Keys.of(id), events -> find(exchange, id, isRight, events, then));
    }

    private void find(
            Exchange exchange,
            BookingId id,
            Predicate<Booking> isRight,
            Iterator<EventId> events,
            Consumer<Found> then) {
        if (!events.hasNext()) {
            exchange.fail(noBooking());
            return;
        }
        EventId event = events.next();
        exchange.lookAndGoOn(
                event,
                office -> Found.in(office, id).filter(found -> isRight.test(found.booking())),
                seen -> {
                    if (seen.isPresent()) {
                        exchange.goOn(() -> then.accept(seen.get()));
                    } else {
                        find(exchange, id, isRight, events, then);
                    }
                });
    }

    /// Fills `page` with bookings of `user`, and goes on, on the event loop, when it has all that
    /// it
    /// wants: event by event, the newest first.
    public void fill(BookingPage page, Exchange exchange, UserId user, Runnable then) {
        events(exchange, Keys.of(user), events -> fill(page, exchange, user, events, then));
    }

    private void fill(
            BookingPage page,
            Exchange exchange,
            UserId user,
            Iterator<EventId> events,
            Runnable then) {
        EventId event = null;
        while (event == null && events.hasNext()) {
            EventId next = events.next();
            if (page.reaches(next)) event = next;
        }
        if (event == null || !page.wants(event)) {
            exchange.goOn(then);
            return;
        }
        EventId wanted = event;
        exchange.lookAndGoOn(
                wanted,
                office -> found(office, user),
                his -> {
                    page.add(wanted, his);
                    fill(page, exchange, user, events, then);
                });
    }

    private static List<Found> found(BoxOffice office, UserId user) {
        return office.bookings().of(user).stream()
                .map(booking -> Found.of(office, booking))
                .toList();
    }

    /// Goes on, on the event loop, with all bookings of `user`, the newest first.
    public void findAll(Exchange exchange, UserId user, Consumer<List<Found>> then) {
        events(
                exchange,
                Keys.of(user),
                events -> gather(exchange, user, events, new ArrayList<>(), then));
    }

    private void gather(
            Exchange exchange,
            UserId user,
            Iterator<EventId> events,
            List<Found> found,
            Consumer<List<Found>> then) {
        if (!events.hasNext()) {
            found.sort(Comparator.comparing(BookingFinder::order));
            exchange.goOn(() -> then.accept(found));
            return;
        }
        EventId event = events.next();
        exchange.lookAndGoOn(
                event,
                office -> found(office, user),
                seen -> {
                    found.addAll(seen);
                    gather(exchange, user, events, found, then);
                });
    }

    /// The place of a booking among its user's, as a text.
    private static String order(Found found) {
        Booking booking = found.booking();
        return "%016x-%s".formatted(Long.MAX_VALUE - booking.madeAtMillis(), booking.id());
    }

    /// What is said where there is no such booking, or only one of somebody else's.
    public static Problem noBooking() {
        return new Problem(ProblemType.BOOKING_NOT_FOUND, "Check the id of the booking.");
    }

    private void events(Exchange exchange, Key key, Consumer<Iterator<EventId>> then) {
        SpareThreads.run(
                readers,
                exchange,
                () -> {
                    Set<StreamId> streams = ledger.find(key);
                    then.accept(
                            streams.stream()
                                    .sorted(Comparator.reverseOrder())
                                    .map(StreamId::event)
                                    .iterator());
                });
    }

    @PreDestroy
    void close() {
        readers.shutdown();
    }
}
