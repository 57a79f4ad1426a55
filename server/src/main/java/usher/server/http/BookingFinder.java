package usher.server.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.engine.Keys;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;

/// Finds bookings whose event nobody named: by the keys under which the ledger files events, and
/// then in the events' box offices, one after the other. Thread-safe.
@Singleton
public final class BookingFinder {

    private static final int READERS = 2;
    private static final int QUESTIONS_WAITING_MAX = 10_000;

    /// A booking and the event that it is of.
    public record Found(EventDefinition event, Booking booking) {}

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
                office -> new Looked(office.event().definition(), office.bookings().find(id)),
                seen -> {
                    Booking booking = seen.booking();
                    if (booking != null && isRight.test(booking)) {
                        exchange.goOn(() -> then.accept(new Found(seen.event(), booking)));
                    } else {
                        find(exchange, id, isRight, events, then);
                    }
                });
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
                office -> {
                    EventDefinition known = office.event().definition();
                    List<Booking> his = office.bookings().of(user);
                    return his.stream().map(booking -> new Found(known, booking)).toList();
                },
                seen -> {
                    found.addAll(seen);
                    gather(exchange, user, events, found, then);
                });
    }

    /// The place of a booking among its user's, as a text.
    static String order(Found found) {
        Booking booking = found.booking();
        return "%016x-%s".formatted(Long.MAX_VALUE - booking.madeAtMillis(), booking.id());
    }

    static Problem noBooking() {
        return new Problem(ProblemType.BOOKING_NOT_FOUND, "Check the id of the booking.");
    }

    private void events(Exchange exchange, Key key, Consumer<Iterator<EventId>> then) {
        try {
            readers.execute(() -> read(exchange, key, then));
        } catch (RejectedExecutionException tooMany) {
            exchange.fail(new Problem(ProblemType.OVERLOADED, "Try again in a second."));
        }
    }

    private void read(Exchange exchange, Key key, Consumer<Iterator<EventId>> then) {
        Set<StreamId> streams;
        try {
            streams = ledger.find(key);
        } catch (LedgerException unreadable) {
            exchange.fail(new Problem(ProblemType.UNAVAILABLE, "Try again in a moment."));
            return;
        }
        then.accept(streams.stream().sorted().map(StreamId::event).iterator());
    }

    @PreDestroy
    void close() {
        readers.shutdown();
    }

    /// What was seen of an event; null: it has no such booking.
    private record Looked(EventDefinition event, @Nullable Booking booking) {}
}
