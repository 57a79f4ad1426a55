package usher.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.IdempotencyKey;
import usher.domain.SeatSet;
import usher.domain.StateMachine;
import usher.domain.UserId;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.ReleaseHolds;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatStatus;
import usher.domain.selling.BookingId;
import usher.domain.selling.ReserveSeats;
import usher.ledger.Entry;
import usher.ledger.InMemoryLedger;
import usher.ledger.StreamId;

/// A node in the hands of a test: a real engine, whose threads, clock and ledger the test moves.
@NullMarked
final class TestNode {

    static final EngineSettings SETTINGS =
            new EngineSettings(64, 8, 16, 5_000, 2_000, 1_000, 600_000, 3);

    static final EventId EVENT = EventId.of(1_767_225_600_000L, 1);
    static final StreamId STREAM = StreamId.of(EVENT);
    static final UserId ANN = new UserId(new UUID(0, 1));
    static final UserId BOB = new UserId(new UUID(0, 2));
    static final int HOLD_MILLIS = 10_000;

    final HandClock clock;
    final InMemoryLedger memory;
    final HandHost host;
    final HandLedger ledger;
    final Engine engine;
    private final PaymentGateway gateway;
    final List<Entry> published = new ArrayList<>();
    int racesLost;
    int rewindings;
    private int reservations;

    private TestNode(
            HandClock clock, InMemoryLedger memory, boolean shared, EngineSettings settings) {
        this(clock, memory, shared, settings, PaymentGateway.none());
    }

    private TestNode(
            HandClock clock,
            InMemoryLedger memory,
            boolean shared,
            EngineSettings settings,
            PaymentGateway gateway) {
        this.gateway = gateway;
        this.clock = clock;
        this.memory = memory;
        this.host = new HandHost(clock);
        this.ledger = new HandLedger(memory, shared);
        this.engine = new Engine(ledger, host, settings, new Notes(), gateway);
        engine.start();
        host.run();
    }

    /// A node with a ledger of its own, which has one event of 20 seats.
    static TestNode alone() {
        return alone(SETTINGS);
    }

    static TestNode alone(EngineSettings settings) {
        HandClock clock = new HandClock();
        return new TestNode(clock, new InMemoryLedger(clock), false, settings).withEvent();
    }

    /// A node on a shared ledger, which has one event of 20 seats.
    static TestNode first() {
        return first(SETTINGS);
    }

    static TestNode first(EngineSettings settings) {
        HandClock clock = new HandClock();
        return new TestNode(clock, new InMemoryLedger(clock), true, settings).withEvent();
    }

    /// Another node on the ledger of this one, or this one after a crash.
    TestNode another() {
        return another(SETTINGS);
    }

    TestNode another(EngineSettings settings) {
        return new TestNode(clock, memory, ledger.isShared(), settings, gateway);
    }

    /// A node with a ledger of its own, which has one event of 100 seats at a price, to be paid
    /// within a minute.
    static TestNode selling(PaymentGateway gateway) {
        return selling(gateway, false);
    }

    static TestNode sellingShared(PaymentGateway gateway) {
        return selling(gateway, true);
    }

    private static TestNode selling(PaymentGateway gateway, boolean shared) {
        HandClock clock = new HandClock();
        InMemoryLedger memory = new InMemoryLedger(clock);
        TestNode node = new TestNode(clock, memory, shared, SETTINGS, gateway);
        Tier tier = new Tier("Stalls", new Money(5_000, "EUR"));
        Plan plan = Plan.of(List.of(GeneralAdmission.of("Floor", tier, 100, null)));
        EventDetails details = EventDetails.of("Gala", new Policy(60, 0, 0, 0, 1));
        EventDefinition event = new EventDefinition(EVENT, details, plan, Instant.EPOCH);
        node.ask(StreamId.CATALOG, false, at -> new ListEvent(cause(at, ANN, null), event));
        node.run();
        return node;
    }

    private TestNode withEvent() {
        list(EVENT, null);
        host.run();
        return this;
    }

    static EventDefinition event(EventId id) {
        Policy policy = new Policy(HOLD_MILLIS / 1_000, 2, 0, 0, 5);
        return new EventDefinition(
                id, EventDetails.of("Gala", policy), Plan.plain(20), Instant.EPOCH);
    }

    Told list(EventId id, @Nullable IdempotencyKey once) {
        return ask(StreamId.CATALOG, false, at -> new ListEvent(cause(at, ANN, once), event(id)));
    }

    /// Asks, and does not let anything happen yet.
    Told hold(UserId user, int... seats) {
        return hold(user, null, seats);
    }

    Told hold(UserId user, @Nullable IdempotencyKey once, int... seats) {
        return ask(STREAM, false, at -> new HoldSeats(cause(at, user, once), SeatSet.of(seats), 0));
    }

    Told release(UserId user, int... seats) {
        return ask(STREAM, true, at -> new ReleaseHolds(cause(at, user, null), SeatSet.of(seats)));
    }

    Told reserve(UserId user, int... seats) {
        BookingId booking = new BookingId(new UUID(7, ++reservations));
        return ask(
                STREAM,
                false,
                at -> new ReserveSeats(cause(at, user, null), SeatSet.of(seats), booking));
    }

    Told ask(StreamId stream, boolean urgent, Ask ask) {
        Told told = new Told();
        engine.submit(stream, urgent, ask, told);
        return told;
    }

    /// Lets everything happen that can happen now.
    void run() {
        host.run();
    }

    /// Lets `millis` pass, for `others` on the same clock too.
    void pass(long millis, TestNode... others) {
        for (long i = 0; i < millis; i++) {
            clock.tick();
            host.run();
            for (TestNode other : others) other.host.run();
        }
    }

    /// The write that the engine begins next; waits for it.
    HandLedger.Write nextWrite() {
        run();
        for (int waited = 0; !ledger.hasWrite(); waited++) {
            if (waited == 1_000) throw new AssertionError("nothing is written");
            pass(1);
        }
        return ledger.nextWrite();
    }

    /// The durable status of a seat, as this node shows it.
    SeatStatus status(int seat) {
        return look(office -> office.states().of(seat));
    }

    /// Looks at the durable state of the event.
    <T> T look(Function<BoxOffice, T> look) {
        List<T> seen = new ArrayList<>();
        engine.read(
                STREAM,
                Reading.of(
                        (StateMachine state) -> look.apply((BoxOffice) state),
                        seen::add,
                        why -> {
                            throw new AssertionError(why);
                        }));
        run();
        return seen.getFirst();
    }

    /// The entries of the event, as the ledger has them.
    List<Entry> entries() {
        return memory.read(STREAM, 0, Integer.MAX_VALUE);
    }

    private static Cause cause(long at, UserId user, @Nullable IdempotencyKey once) {
        return new Cause(at, user, "test", once);
    }

    private final class Notes implements EngineObserver {

        @Override
        public void appended(Entry entry) {
            if (entry.stream().equals(STREAM)) published.add(entry);
        }

        @Override
        public void lostRace(StreamId stream) {
            racesLost++;
        }

        @Override
        public void rewound(StreamId stream) {
            rewindings++;
        }
    }
}
