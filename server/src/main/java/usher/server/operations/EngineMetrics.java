package usher.server.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import usher.domain.Fact;
import usher.domain.KeysRestated;
import usher.domain.Refusal;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
import usher.domain.event.EventChanged;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.seating.SeatsRestated;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingRestated;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;
import usher.engine.Engine;
import usher.engine.EngineObserver;
import usher.engine.Result;
import usher.ledger.Entry;
import usher.ledger.StreamId;

/// Counts what the engine does, for `/metrics`. Called on the engine's thread, a few nanoseconds
/// each.
@Singleton
public final class EngineMetrics implements EngineObserver {

    private static final Logger LOG = Logger.getLogger(EngineMetrics.class);

    private final MeterRegistry registry;
    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);
    private final Map<String, Counter> payments = new HashMap<>();
    private final Map<BookingStatus, Counter> bookings = new EnumMap<>(BookingStatus.class);
    private final Counter held;
    private final Counter refreshed;
    private final Counter released;
    private final Counter expired;
    private final Counter reserved;
    private final Counter blocked;
    private final Counter unblocked;
    private final Counter events;
    private final Counter venues;
    private final Counter overloaded;
    private final Counter unavailable;
    private final Counter conflicts;
    private final Counter rewinds;
    private final Timer answers;
    private final Timer writes;
    private final DistributionSummary batch;

    EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
        held = seats(registry, "held");
        refreshed = seats(registry, "refreshed");
        released = seats(registry, "released");
        expired = seats(registry, "expired");
        reserved = seats(registry, "reserved");
        blocked = seats(registry, "blocked");
        unblocked = seats(registry, "unblocked");
        events = registry.counter("usher.events.listed");
        venues = registry.counter("usher.venues.added");
        for (Refusal refusal : Refusal.values()) {
            String reason = refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
            refusals.put(refusal, registry.counter("usher.refusals", "reason", reason));
        }
        for (BookingStatus status : BookingStatus.values()) {
            String word = status.name().toLowerCase(Locale.ROOT);
            bookings.put(status, registry.counter("usher.bookings", "became", word));
        }
        for (String end : List.of("succeeded", "failed", "refunded")) {
            payments.put(end, registry.counter("usher.payments", "became", end));
        }
        overloaded = registry.counter("usher.overloaded");
        unavailable = registry.counter("usher.unavailable");
        conflicts = registry.counter("usher.ledger.conflicts");
        rewinds = registry.counter("usher.ledger.rewinds");
        answers = timer(registry, "usher.commands", "from being asked to being answered");
        writes = timer(registry, "usher.ledger.writes", "one durable write");
        batch =
                DistributionSummary.builder("usher.ledger.batch.facts")
                        .description("facts in one durable write")
                        .publishPercentileHistogram(false)
                        .register(registry);
    }

    /// Shows how many asks wait in the mailboxes of `engine`, from now on.
    public void watch(Engine engine) {
        Gauge.builder("usher.commands.waiting", engine, Engine::waiting)
                .description("asks that wait to be answered")
                .register(registry);
    }

    @Override
    public void answered(Result result, long nanos) {
        answers.record(nanos, TimeUnit.NANOSECONDS);
        switch (result) {
            case Result.Done _, Result.EventNotFound _ -> {}
            case Result.Refused refused ->
                    Objects.requireNonNull(refusals.get(refused.refusal())).increment();
            case Result.Overloaded _ -> overloaded.increment();
            case Result.Unavailable _ -> unavailable.increment();
        }
    }

    @Override
    public void appended(Entry entry) {
        entry.facts().forEach(this::count);
    }

    @Override
    public void written(int entries, int facts, long nanos) {
        writes.record(nanos, TimeUnit.NANOSECONDS);
        batch.record(facts);
    }

    @Override
    public void lostRace(StreamId stream) {
        conflicts.increment();
    }

    @Override
    public void rewound(StreamId stream) {
        rewinds.increment();
        LOG.errorf("the ledger lost facts of %s that it had acknowledged", stream);
    }

    @Override
    public void troubled(StreamId stream, String reason) {
        LOG.warnf("trouble with the ledger of %s: %s", stream, reason);
    }

    private void count(Fact fact) {
        switch (fact) {
            case SeatsHeld f -> held.increment(f.seats().size());
            case HoldsRefreshed f -> refreshed.increment(f.seats().size());
            case HoldsReleased f -> released.increment(f.seats().size());
            case HoldsExpired f -> expired.increment(f.seats().size());
            case SeatsReserved f -> {
                reserved.increment(f.seats().size());
                if (f.booking() != null) bookings(BookingStatus.CONFIRMED).increment();
            }
            case BookingMade _ -> bookings(BookingStatus.PENDING).increment();
            case BookingConfirmed _ -> bookings(BookingStatus.CONFIRMED).increment();
            case BookingEnded f -> bookings(f.status()).increment();
            case BookingsExpired f ->
                    bookings(BookingStatus.EXPIRED).increment(f.bookings().size());
            case SeatsBlocked f -> blocked.increment(f.seats().size());
            case SeatsUnblocked f -> unblocked.increment(f.seats().size());
            case EventListed _ -> events.increment();
            case VenueAdded _ -> venues.increment();
            case EventOpened _, EventChanged _, StatusChanged _ -> {}
            case ListingChanged _, ListingConfirmed _ -> {}
            case PaymentStarted _, PaymentOpened _, TicketCheckedIn _ -> {}
            case PaymentSucceeded _ -> payments("succeeded").increment();
            case PaymentFailed _ -> payments("failed").increment();
            case PaymentRefunded _ -> payments("refunded").increment();
            case EventRestated _, SeatsRestated _, BookingRestated _, KeysRestated _ -> {}
        }
    }

    private Counter payments(String end) {
        return Objects.requireNonNull(payments.get(end));
    }

    private Counter bookings(BookingStatus status) {
        return Objects.requireNonNull(bookings.get(status));
    }

    private static Counter seats(MeterRegistry registry, String what) {
        return registry.counter("usher.seats", "became", what);
    }

    private static Timer timer(MeterRegistry registry, String name, String description) {
        return Timer.builder(name).description(description).register(registry);
    }
}
