package usher.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.KeysRestated;
import usher.domain.RememberedKey;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.access.CodeHash;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
import usher.domain.event.EventChanged;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.Policy;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Position;
import usher.domain.plan.RowLabels;
import usher.domain.plan.Rows;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatsRestated;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingRestated;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.CheckIn;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentStatus;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;
import usher.domain.venue.Location;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;

/// What the golden files say, as facts: one entry for each file.
final class GoldenFacts {

    private static final long AT = 1_795_212_345_678L;
    private static final long UNTIL = AT + 60_000;
    private static final UserId ANN = user("0b8e4f9a-6f0c-4a7e-9d3b-1c2d3e4f5a6b");
    private static final UserId BOB = user("0197f3c2-8a41-7bd5-8e6f-a1b2c3d4e5f6");
    private static final EventId EVENT =
            new EventId(UUID.fromString("01a1ee56-5e01-7000-8000-000000100000"));
    private static final BookingId BOOKING =
            new BookingId(UUID.fromString("7b1e4f9a-6f0c-4a7e-9d3b-1c2d3e4f5a6c"));
    private static final UUID PAYMENT = UUID.fromString("019af3c2-8a41-7bd5-8e6f-a1b2c3d4e5f7");
    private static final Location HALL =
            new Location(
                    new VenueId(UUID.fromString("3c1e4f9a-6f0c-4a7e-9d3b-1c2d3e4f5a6d")),
                    "Käthes \"Halle\"",
                    "America/Argentina/Buenos_Aires",
                    "Calle 1\n東京 \uD83C\uDF9F");
    private static final IdempotencyKey KEY =
            new IdempotencyKey(0x0123_4567_89AB_CDEFL, 0xFEDC_BA98_7654_3210L, 0xFL);

    private static final Cause ASKED = Cause.of(AT, ANN, "k3-1a");
    private static final Cause ASKED_ONCE = new Cause(AT, ANN, "k3-1a", KEY);
    private static final Cause BY_SYSTEM = Cause.system(AT, "expiry-7");

    /// What was not written yet when the file with unknown fields everywhere was.
    private static final Set<String> ADDED_LATER =
            Set.of(
                    "EventListed-sections",
                    "EventListed-venue",
                    "VenueAdded",
                    "VenueAdded-shortest",
                    "SeatsReserved-booking",
                    "BookingMade",
                    "BookingMade-without-prices",
                    "PaymentStarted",
                    "PaymentOpened",
                    "PaymentOpened-shortest",
                    "PaymentSucceeded",
                    "PaymentFailed",
                    "PaymentRefunded",
                    "BookingRestated-being-paid",
                    "BookingConfirmed",
                    "BookingEnded",
                    "BookingsExpired",
                    "TicketCheckedIn",
                    "BookingRestated",
                    "BookingRestated-shortest",
                    "EventChanged",
                    "EventChanged-shortest",
                    "ListingConfirmed",
                    "ListingChanged",
                    "ListingChanged-shortest",
                    "EventRestated",
                    "EventRestated-same-policy");

    private GoldenFacts() {}

    /// The facts of each file that today's writer writes, by the file's name.
    static Map<String, List<Fact>> written() {
        Map<String, List<Fact>> facts = new TreeMap<>();
        addHolding(facts);
        addBlocking(facts);
        addEvents(facts);
        addBookings(facts);
        addPayments(facts);
        addChanges(facts);
        addVenues(facts);
        addSnapshots(facts);
        facts.put("entry-without-facts", List.of());
        facts.put("entry-of-three-facts", entryOfThree());
        return facts;
    }

    /// The facts of each file that only others write.
    static Map<String, List<Fact>> foreign() {
        Fact held = new SeatsHeld(ASKED_ONCE, BOB, SeatSet.of(1, 5, 6, 7, 9), UNTIL);
        List<Fact> all = new ArrayList<>();
        Map<String, List<Fact>> written = written();
        written.keySet().removeAll(ADDED_LATER);
        written.values().forEach(all::addAll);
        return Map.of(
                "foreign-SeatsHeld-spaced-and-shuffled", List.of(held),
                "foreign-SeatsHeld-user-as-by",
                        List.of(new SeatsHeld(ASKED, ANN, SeatSet.of(17), UNTIL)),
                "foreign-SeatsHeld-escaped-without-runs", List.of(held),
                "foreign-unknown-fields-everywhere", all,
                "foreign-EventListed-sections-unknown-fields",
                        List.of(new EventListed(ASKED, eventWithSections())));
    }

    private static void addHolding(Map<String, List<Fact>> facts) {
        SeatSet seat = SeatSet.of(17);
        SeatSet several = SeatSet.of(1, 5, 6, 7, 9);
        put(facts, "SeatsHeld", new SeatsHeld(ASKED_ONCE, BOB, several, UNTIL));
        put(facts, "SeatsHeld-usual", new SeatsHeld(ASKED, ANN, seat, UNTIL));
        put(facts, "SeatsHeld-by-system", new SeatsHeld(BY_SYSTEM, BOB, seat, UNTIL));
        put(facts, "HoldsRefreshed", new HoldsRefreshed(ASKED_ONCE, several, UNTIL));
        put(facts, "HoldsRefreshed-by-system", new HoldsRefreshed(BY_SYSTEM, seat, UNTIL));
        put(facts, "HoldsReleased", new HoldsReleased(ASKED_ONCE, several));
        put(facts, "HoldsReleased-by-system", new HoldsReleased(BY_SYSTEM, seat));
        put(facts, "HoldsExpired", new HoldsExpired(ASKED_ONCE, several));
        put(facts, "HoldsExpired-by-system", new HoldsExpired(BY_SYSTEM, seat));
        put(facts, "SeatsReserved", new SeatsReserved(ASKED_ONCE, BOB, several, null));
        put(facts, "SeatsReserved-usual", new SeatsReserved(ASKED, ANN, seat, null));
        put(facts, "SeatsReserved-by-system", new SeatsReserved(BY_SYSTEM, BOB, seat, null));
    }

    private static void addBlocking(Map<String, List<Fact>> facts) {
        SeatSet several = SeatSet.of(1, 5, 6, 7, 9);
        put(facts, "SeatsBlocked", new SeatsBlocked(ASKED_ONCE, several, "Käthes \"Pult\" \\ 東京"));
        put(facts, "SeatsBlocked-without-a-note", new SeatsBlocked(ASKED, several, ""));
        put(facts, "SeatsUnblocked", new SeatsUnblocked(ASKED_ONCE, several));
    }

    private static void addEvents(Map<String, List<Fact>> facts) {
        put(facts, "EventListed", new EventListed(ASKED_ONCE, fullEvent()));
        put(facts, "EventListed-shortest", new EventListed(BY_SYSTEM, shortEvent()));
        put(facts, "EventListed-sections", new EventListed(ASKED, eventWithSections()));
        put(facts, "EventOpened", new EventOpened(ASKED_ONCE, fullEvent()));
        put(facts, "EventOpened-shortest", new EventOpened(BY_SYSTEM, shortEvent()));
        for (EventStatus status : EventStatus.values()) {
            put(facts, "StatusChanged-" + status, new StatusChanged(ASKED, status));
        }
        put(facts, "StatusChanged", new StatusChanged(ASKED_ONCE, EventStatus.ACTIVE));
    }

    private static void addChanges(Map<String, List<Fact>> facts) {
        EventDetails full = fullEvent().details();
        EventDetails shortest = shortEvent().details();
        Cause cause = Cause.system(AT, "snapshot");
        Listing changed = new Listing(full, EventStatus.INACTIVE, 7, AT);
        Listing first = new Listing(shortest, EventStatus.ACTIVE, 1, 0);
        put(facts, "EventChanged", new EventChanged(ASKED_ONCE, full));
        put(facts, "EventChanged-shortest", new EventChanged(ASKED, shortest));
        put(facts, "ListingConfirmed", new ListingConfirmed(BY_SYSTEM, 7));
        put(facts, "ListingChanged", new ListingChanged(ASKED_ONCE, EVENT, changed));
        put(facts, "ListingChanged-shortest", new ListingChanged(BY_SYSTEM, EVENT, first));
        put(facts, "EventRestated", new EventRestated(cause, changed, true, 6));
        put(facts, "EventRestated-same-policy", new EventRestated(cause, changed, false, 7));
    }

    private static void addVenues(Map<String, List<Fact>> facts) {
        Tier vip = Tier.unpriced("VIP \"1\"");
        Plan plan =
                Plan.of(
                        List.of(
                                NumberedSection.of("Stalls", vip, Rows.equal(2, 10)),
                                oddSection(vip),
                                GeneralAdmission.of("Floor", Tier.unpriced("Floor"), 500, null)));
        Instant created = Instant.ofEpochMilli(AT);
        put(facts, "VenueAdded", new VenueAdded(ASKED_ONCE, new Venue(HALL, plan, created)));
        Plan smallest = Plan.of(List.of(GeneralAdmission.of("Pit", Tier.unpriced("Pit"), 1, null)));
        Location unknown = new Location(HALL.venue(), "Pit", "UTC", null);
        put(
                facts,
                "VenueAdded-shortest",
                new VenueAdded(BY_SYSTEM, new Venue(unknown, smallest, created)));
        EventDefinition there =
                new EventDefinition(
                        EVENT,
                        fullEvent().details(),
                        eventWithSections().plan(),
                        AccessCodes.NONE,
                        created,
                        HALL);
        put(facts, "EventListed-venue", new EventListed(ASKED_ONCE, there));
    }

    private static void addBookings(Map<String, List<Fact>> facts) {
        put(facts, "SeatsReserved-booking", new SeatsReserved(ASKED, ANN, SeatSet.of(17), BOOKING));
        SeatSet several = SeatSet.of(1, 5, 6, 7, 9);
        Cause cause = Cause.system(AT, "snapshot");
        Money total = new Money(1_000_000_000_000_000L, "JPY");
        put(
                facts,
                "BookingMade",
                new BookingMade(ASKED_ONCE, BOOKING, BOB, several, total, -1, UNTIL));
        put(
                facts,
                "BookingMade-without-prices",
                new BookingMade(ASKED, BOOKING, ANN, SeatSet.of(17), null, 0, UNTIL));
        put(facts, "BookingConfirmed", new BookingConfirmed(ASKED_ONCE, BOOKING));
        put(facts, "BookingEnded", new BookingEnded(ASKED_ONCE, BOOKING, BookingStatus.REFUNDED));
        put(facts, "BookingsExpired", new BookingsExpired(BY_SYSTEM, List.of(BOOKING)));
        put(facts, "TicketCheckedIn", new TicketCheckedIn(ASKED_ONCE, BOOKING, 17));
        put(
                facts,
                "BookingRestated",
                new BookingRestated(
                        cause,
                        new Booking(
                                BOOKING,
                                BOB,
                                several,
                                total,
                                0x0123_4567_89AB_CDEFL,
                                BookingStatus.CONFIRMED,
                                AT,
                                UNTIL,
                                new Payment(PAYMENT, PaymentStatus.SUCCEEDED, "simulated"),
                                List.of(new CheckIn(5, AT + 1), new CheckIn(1, AT + 2)))));
        put(
                facts,
                "BookingRestated-shortest",
                new BookingRestated(
                        cause,
                        new Booking(
                                BOOKING,
                                ANN,
                                SeatSet.of(17),
                                null,
                                1,
                                BookingStatus.EXPIRED,
                                AT,
                                UNTIL,
                                null,
                                List.of())));
    }

    private static void addPayments(Map<String, List<Fact>> facts) {
        put(
                facts,
                "PaymentSucceeded",
                new PaymentSucceeded(ASKED_ONCE, BOOKING, PAYMENT, "simulated"));
        put(facts, "PaymentStarted", new PaymentStarted(ASKED_ONCE, BOOKING, PAYMENT, "stripe"));
        put(
                facts,
                "PaymentOpened",
                new PaymentOpened(
                        BY_SYSTEM, BOOKING, PAYMENT, "cs_1", "https://pay.example/?a=1&b=2"));
        put(
                facts,
                "PaymentOpened-shortest",
                new PaymentOpened(BY_SYSTEM, BOOKING, PAYMENT, "cs_1", ""));
        put(facts, "PaymentRefunded", new PaymentRefunded(BY_SYSTEM, BOOKING, PAYMENT));
        put(facts, "PaymentFailed", new PaymentFailed(BY_SYSTEM, BOOKING, PAYMENT, "simulated"));
        Cause cause = Cause.system(AT, "snapshot");
        Money total = new Money(1_000_000_000_000_000L, "JPY");
        put(
                facts,
                "BookingRestated-being-paid",
                new BookingRestated(
                        cause,
                        new Booking(
                                BOOKING,
                                BOB,
                                SeatSet.of(17),
                                total,
                                1,
                                BookingStatus.PENDING,
                                AT,
                                UNTIL,
                                new Payment(
                                        PAYMENT,
                                        PaymentStatus.PENDING,
                                        "stripe",
                                        "cs_1",
                                        "https://pay.example/",
                                        UNTIL),
                                List.of())));
    }

    private static void addSnapshots(Map<String, List<Fact>> facts) {
        Cause cause = Cause.system(AT, "snapshot");
        SeatSet seats = SeatSet.of(1, 5, 6, 7, 9);
        SeatRecord refreshed = new SeatRecord(SeatStatus.HELD, ANN, AT, UNTIL, 3);
        put(facts, "SeatsRestated", new SeatsRestated(cause, seats, refreshed));
        put(
                facts,
                "SeatsRestated-reserved",
                new SeatsRestated(cause, seats, SeatRecord.reserved(BOB, AT)));
        put(
                facts,
                "SeatsRestated-expired",
                new SeatsRestated(cause, seats, SeatRecord.expired(BOB)));
        put(facts, "SeatsRestated-free", new SeatsRestated(cause, seats, SeatRecord.FREE));
        RememberedKey first = new RememberedKey(KEY, 104, AT);
        RememberedKey second = new RememberedKey(new IdempotencyKey(-1, 0, -1), 105, AT + 1);
        put(facts, "KeysRestated", new KeysRestated(cause, List.of(first, second)));
    }

    /// As an entry looks that begins a stream and relies on an expiry.
    private static List<Fact> entryOfThree() {
        return List.of(
                new EventOpened(ASKED.bySystem(), shortEvent()),
                new HoldsExpired(ASKED.bySystem(), SeatSet.of(17)),
                new SeatsHeld(ASKED, ANN, SeatSet.of(17), UNTIL));
    }

    private static EventDefinition fullEvent() {
        return new EventDefinition(
                EVENT,
                new EventDetails(
                        "Käthes \"Nacht\" \\ 東京 \uD83C\uDF9F",
                        "Line 1\nLine 2\t\u0001\u007F",
                        Instant.parse("2026-11-20T19:30:00Z"),
                        Instant.parse("2026-10-01T08:00:00.123456789Z"),
                        Instant.parse("2026-11-20T19:00:00.5Z"),
                        new Policy(3600, 100, 1000, 2000, 60)),
                Plan.plain(100_000),
                Instant.ofEpochMilli(AT));
    }

    private static EventDefinition shortEvent() {
        Instant created = Instant.ofEpochMilli(AT);
        return new EventDefinition(
                EVENT, EventDetails.of("Recital", Policy.DEFAULT), Plan.plain(1), created);
    }

    private static EventDefinition eventWithSections() {
        Tier vip = new Tier("VIP \"1\"", new Money(12_000, "EUR"));
        Tier floor = new Tier("Floor", new Money(0, "EUR"));
        Plan plan =
                Plan.of(
                        List.of(
                                NumberedSection.of("Stalls", vip, Rows.equal(2, 10)),
                                oddSection(vip),
                                GeneralAdmission.of("Floor", floor, 500, null),
                                GeneralAdmission.of("Pit", floor, 1, new Position(0, 0))));
        AccessCode both =
                new AccessCode(
                        new CodeHash(0x0123_4567_89AB_CDEFL, -1),
                        List.of("VIP \"1\"", "Floor"),
                        Instant.parse("2026-10-01T08:00:00.123456789Z"));
        AccessCode early = new AccessCode(new CodeHash(0, 0), List.of(), Instant.EPOCH);
        AccessCode tier = new AccessCode(new CodeHash(0, 1), List.of("Floor"), null);
        return new EventDefinition(
                EVENT,
                EventDetails.of("Recital", Policy.DEFAULT),
                plan,
                new AccessCodes(List.of(both, early, tier)),
                Instant.ofEpochMilli(AT));
    }

    private static NumberedSection oddSection(Tier tier) {
        return new NumberedSection(
                "Rang \uD83C\uDF9F",
                tier,
                Rows.of(3, 5, 4),
                new RowLabels.Listed(List.of("Ä", "B-1", "C")),
                101,
                SeatSet.of(2, 4),
                SeatSet.of(1, 2, 3, 12),
                new Position(-10_000, 10_000));
    }

    private static void put(Map<String, List<Fact>> facts, String name, Fact fact) {
        facts.put(name, List.of(fact));
    }

    private static UserId user(String id) {
        return new UserId(UUID.fromString(id));
    }
}
