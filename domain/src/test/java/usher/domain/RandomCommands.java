package usher.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.access.CodeHash;
import usher.domain.event.ChangeEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventStatus;
import usher.domain.event.Policy;
import usher.domain.holding.Hold;
import usher.domain.holding.HoldBestSeats;
import usher.domain.plan.Plan;
import usher.domain.plan.RandomPlans;
import usher.domain.plan.Tier;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.Tickets;

/// Commands of a few users who want the same few seats at the same time, all from one seed.
///
/// Time never runs back, and likes to stop just before, at and just after a moment that matters.
final class RandomCommands {

    private static final long DAY = 24 * 60 * 60 * 1000;

    private final SplittableRandom random;
    private final EventDefinition event;
    private final int users;
    private final boolean calm;
    private long millis;
    private int keys;
    private int bookings;

    private RandomCommands(
            SplittableRandom random, EventDefinition event, int users, boolean calm) {
        this.random = random;
        this.event = event;
        this.users = users;
        this.calm = calm;
    }

    /// A handful of seats and users, tight limits, a window of sales as often as not.
    static RandomCommands small(SplittableRandom random) {
        Policy policy = policy(random);
        Plan plan = Plan.plain(random.nextInt(1, 16));
        if (random.nextBoolean()) plan = new RandomPlans(random).ofAtMost(15);
        EventDefinition event = event(random, plan, policy);
        return new RandomCommands(random, event, random.nextInt(1, 5), false);
    }

    /// A hall of 600 seats and 120 users without limits, calm enough to fill: time seldom
    /// leaps, and the event stays on sale.
    static RandomCommands large(SplittableRandom random) {
        EventDefinition event = Scenario.event(600, new Policy(60, 3, 0, 0, 5));
        return new RandomCommands(random, event, 120, true);
    }

    private static Policy policy(SplittableRandom random) {
        return new Policy(
                random.nextInt(1, 20),
                random.nextInt(0, 3),
                random.nextInt(0, 4),
                random.nextInt(0, 6),
                5);
    }

    /// With a code for each tier as often as not, some of which start earlier.
    private static EventDefinition event(SplittableRandom random, Plan plan, Policy policy) {
        EventDefinition like =
                Scenario.onSale(1, policy, moment(random, 0, 3), moment(random, 30, 300));
        List<AccessCode> codes = new ArrayList<>();
        for (Tier tier : plan.tiers()) {
            if (random.nextBoolean()) continue;
            Instant from = random.nextBoolean() ? null : Instant.ofEpochMilli(Scenario.NOON + 1);
            CodeHash hash = new CodeHash(codes.size(), 0);
            codes.add(new AccessCode(hash, List.of(tier.name()), from));
        }
        AccessCodes all = new AccessCodes(codes);
        return new EventDefinition(like.id(), like.details(), plan, all, like.createdAt());
    }

    private static @Nullable Instant moment(SplittableRandom random, int from, int to) {
        if (random.nextBoolean()) return null;
        return Instant.ofEpochMilli(Scenario.NOON + 1000L * random.nextInt(from, to) + 1);
    }

    EventDefinition event() {
        return event;
    }

    /// Everybody who asks.
    List<Person> people() {
        return IntStream.rangeClosed(1, users).mapToObj(Person::numbered).toList();
    }

    /// The next command, asked of `office` as it is.
    Command next(BoxOffice office) {
        tick(office.deadlineMillis());
        Person person = Person.numbered(random.nextInt(1, users + 1)).at(millis);
        if (random.nextInt(5) == 0) person = person.once(key(), random.nextInt(10) == 0 ? 1 : 0);
        int dice = random.nextInt(1000);
        if (dice < 150 && !calm) return person.holdWith(code(), seats());
        if (dice < (calm ? 380 : 320)) return person.holdFor(seconds(), seats());
        if (dice < 380) return about(person, office);
        if (dice < 450) return booking(Buyer.of(person), office);
        if (dice < 475) return best(person);
        if (dice < 620) return person.refreshFor(seconds(), his(person, office));
        if (dice < 700) return person.release(his(person, office));
        if (dice < 750) return about(person, office);
        if (dice < 770) return person.releaseAll();
        if (dice < 785) return person.giveAwayAs(newBooking(office), his(person, office));
        if (dice < 830) return person.reserveAs(newBooking(office), his(person, office));
        if (dice < 860) return person.block(note(), seats());
        if (dice < 890) return person.unblock(seats());
        if (dice < 905) return person.unblockAll();
        if (dice < 965 || calm) return Scenario.expire(millis);
        if (dice < 975) return change(person, office);
        if (dice < 980) return person.confirm(random.nextInt(1, 9));
        if (dice < 995) return person.change(EventStatus.ACTIVE);
        return person.change(random.nextInt(5) == 0 ? EventStatus.CANCELLED : EventStatus.INACTIVE);
    }

    /// Of what he holds, of some tiers, or of both; now and then under an id that is used.
    private MakeBooking booking(Buyer buyer, BoxOffice office) {
        int number = newBooking(office);
        int[] held = random.nextInt(3) > 0 ? his(buyer.person(), office) : new int[0];
        Tickets tickets =
                new Tickets(
                        RandomPlans.TIERS.get(random.nextInt(RandomPlans.TIERS.size())).name(),
                        random.nextInt(1, calm ? 2 : 4));
        boolean both = held.length == 0 || random.nextInt(4) == 0;
        return both
                ? buyer.ask(number, held, codeOrNone(), tickets)
                : buyer.ask(number, held, null);
    }

    private @Nullable CodeHash codeOrNone() {
        return random.nextInt(3) == 0 ? code() : null;
    }

    /// Mostly a number that no booking has.
    private int newBooking(BoxOffice office) {
        return random.nextInt(4) == 0 ? anyBooking(office) : ++bookings;
    }

    /// Something that can be done about a booking, mostly by whoever made it.
    private Command about(Person person, BoxOffice office) {
        int what = random.nextInt(15);
        int number = numberFor(what, office);
        Booking known = office.bookings().find(Buyer.id(number));
        boolean isHis = known != null && random.nextInt(8) > 0;
        Buyer buyer =
                Buyer.of(isHis ? new Person(known.user(), person.millis(), person.key()) : person);
        return switch (what) {
            case 0, 1 -> buyer.pay(number, random.nextInt(4) > 0);
            case 2, 3, 4 -> buyer.start(number);
            case 5, 6, 7 -> buyer.report(number, report());
            case 8 -> buyer.cancel(number);
            case 9 -> buyer.callOff(number);
            default -> buyer.checkIn(number, place(known));
        };
    }

    /// Mostly one of which something can come.
    private int numberFor(int what, BoxOffice office) {
        boolean isAny = what > 7 || random.nextInt(8) == 0;
        Predicate<Booking> isFit =
                what > 4
                        ? booking ->
                                booking.payment() != null
                                        && !booking.payment().provider().equals(Payment.SIMULATED)
                        : booking -> booking.status() == BookingStatus.PENDING;
        return isAny ? anyBooking(office) : last(office, isFit);
    }

    private int last(BoxOffice office, Predicate<Booking> isFit) {
        for (Booking booking : office.bookings().all().reversed()) {
            if (isFit.test(booking)) return (int) booking.id().value().getLeastSignificantBits();
        }
        return anyBooking(office);
    }

    private PaymentReport report() {
        return switch (random.nextInt(5)) {
            case 0 -> new PaymentReport.Failed();
            case 1, 2 -> new PaymentReport.Succeeded();
            case 3 -> new PaymentReport.Refunded();
            default -> Buyer.OPENED;
        };
    }

    private int place(@Nullable Booking booking) {
        boolean isAny = booking == null || random.nextInt(4) == 0;
        return isAny ? random.nextInt(1, event.totalSeats() + 1) : booking.seats().get(0);
    }

    /// One of the last few bookings, mostly.
    private int anyBooking(BoxOffice office) {
        List<Booking> all = office.bookings().all();
        if (all.isEmpty() || random.nextInt(8) == 0) return bookings + 1;
        int index = random.nextInt(Math.max(0, all.size() - 4), all.size());
        return (int) all.get(index).id().value().getLeastSignificantBits();
    }

    /// Mostly of the revision that there is, with a policy as tight as that of the others.
    private ChangeEvent change(Person person, BoxOffice office) {
        long revision = office.event().listing().revision() - (random.nextInt(4) == 0 ? 1 : 0);
        EventDetails now = office.event().details();
        Policy policy = random.nextBoolean() ? now.policy() : policy(random);
        String name = random.nextBoolean() ? now.name() : "Recital " + random.nextInt(9);
        EventDetails told =
                new EventDetails(name, null, null, now.salesFrom(), now.salesUntil(), policy);
        EventStatus status = random.nextInt(5) == 0 ? EventStatus.INACTIVE : EventStatus.ACTIVE;
        return new ChangeEvent(person.cause(), told, status, revision);
    }

    /// In the small events there is a chance to try all sets of four, in the large one of one.
    private HoldBestSeats best(Person person) {
        String tier = random.nextInt(20) == 0 ? "Royal box" : null;
        int quantity = random.nextInt(1, calm ? 2 : 5);
        if (!calm && random.nextInt(3) == 0) {
            Tier any = RandomPlans.TIERS.get(random.nextInt(RandomPlans.TIERS.size()));
            return person.holdBestWith(code(), quantity, any.name());
        }
        return person.holdBestFor(seconds(), quantity, tier, random.nextInt(20) == 0);
    }

    private void tick(long deadlineMillis) {
        int dice = random.nextInt(calm ? 100_000 : 1000);
        long next = millis + random.nextInt(0, 30);
        if (dice < 100 && deadlineMillis != Long.MAX_VALUE) {
            next = deadlineMillis - Scenario.NOON + random.nextInt(-1, 2);
        }
        if (dice == 100 || dice == 101) next = millis + DAY + random.nextInt(-1, 2);
        millis = Math.max(millis, next);
    }

    /// One of the last few keys, so that most are asked for again; sometimes a new one.
    private int key() {
        if (random.nextInt(3) == 0) keys++;
        return keys - random.nextInt(3);
    }

    private String note() {
        return random.nextBoolean() ? "" : "row " + random.nextInt(3);
    }

    /// One that the event knows, most of the time.
    private @Nullable CodeHash code() {
        return random.nextInt(8) == 0 ? null : new CodeHash(random.nextInt(3), 0);
    }

    private int seconds() {
        int max = event.details().policy().holdSeconds();
        return random.nextInt(3) == 0 ? random.nextInt(-1, max + 2) : 0;
    }

    /// Seats that he holds, as often as not; else any.
    private int[] his(Person person, BoxOffice office) {
        List<Hold> holds = office.holdsOf(person.user(), person.cause().atMillis());
        if (holds.isEmpty() || random.nextBoolean()) return seats();
        return holds.stream().limit(random.nextInt(1, 4)).mapToInt(Hold::seat).toArray();
    }

    private int[] seats() {
        int[] seats = new int[random.nextInt(10) == 0 ? random.nextInt(5) : 1];
        for (int i = 0; i < seats.length; i++) {
            seats[i] = random.nextInt(1, event.totalSeats() + 1);
            if (random.nextInt(100) == 0) seats[i] = random.nextInt(-1, event.totalSeats() + 3);
        }
        return seats;
    }
}
