package usher.domain;

import static usher.domain.Person.ANN;
import static usher.domain.Person.ORGANIZER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.access.CodeHash;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;

/// Something that Ann asks of a box office, a minute after noon, and what happened before.
/// A [Breach] adds to both.
final class Question {

    /// When she asks: when the holds of noon are just over.
    static final long NOW = 60_000;

    /// The seat that every question is about.
    private static final int WANTED = 1;

    /// A seat that a code opens.
    static final int CLOSED = 15;

    /// A seat that costs something.
    static final int DEAR = 16;

    private static final CodeHash CODE = new CodeHash(1, 1);

    private final List<Fact> facts = new ArrayList<>();
    private final List<Integer> seats = new ArrayList<>(List.of(WANTED));
    private Person asks = ANN.at(NOW);
    private int seconds = 0;
    private @Nullable String tier;
    private long revision = 1;
    private int booking = 1;
    private boolean accessible;
    private @Nullable CodeHash code;

    static Question aboutAFreeSeat() {
        return new Question();
    }

    static Question aboutAHold() {
        return new Question().after(ANN.at(1).held(WANTED));
    }

    static Question aboutABlockedSeat() {
        return new Question().after(ORGANIZER.at(1).blocked("", WANTED));
    }

    static Question aboutABooking() {
        Buyer ann = Buyer.of(ANN.at(1));
        return new Question().after(ann.made(ann.book(1, WANTED), null, WANTED));
    }

    static Question aboutABookingBeingPaid() {
        return aboutABooking().after(Buyer.of(ANN.at(2)).started(1));
    }

    static Question aboutAConfirmedBooking() {
        return aboutABooking().after(Buyer.of(ANN.at(2)).confirmed(1));
    }

    Question after(Fact... happened) {
        facts.addAll(List.of(happened));
        return this;
    }

    Question alsoAbout(int seat) {
        seats.add(seat);
        return this;
    }

    Question forSeconds(int asked) {
        seconds = asked;
        return this;
    }

    Question ofTier(String name) {
        tier = name;
        return this;
    }

    /// A tier that a code opens, unless the question is about another already.
    Question ofClosedTier() {
        if (tier == null) tier = "Closed";
        return this;
    }

    Question ofRevision(long seen) {
        revision = seen;
        return this;
    }

    Question ofBooking(int number) {
        booking = number;
        return this;
    }

    Question inAWheelchair() {
        accessible = true;
        return this;
    }

    Question giving(CodeHash given) {
        code = given;
        return this;
    }

    Question under(int key, int body) {
        asks = asks.once(key, body);
        return this;
    }

    Person asks() {
        return asks;
    }

    Buyer buyer() {
        return Buyer.of(asks);
    }

    int booking() {
        return booking;
    }

    int lastSeat() {
        return seats.getLast();
    }

    long revision() {
        return revision;
    }

    int seconds() {
        return seconds;
    }

    HoldSeats hold() {
        return new HoldSeats(asks.cause(), SeatSet.of(seats()), seconds, code);
    }

    HoldBestSeats holdBest() {
        return new HoldBestSeats(asks.cause(), tier, 1, accessible, seconds, code);
    }

    int[] seats() {
        return seats.stream().mapToInt(Integer::intValue).toArray();
    }

    /// A box office of 200 seats, none accessible, after what happened, by time: at most 3 held and
    /// 5 in all a user.
    BoxOffice box() {
        BoxOffice office = new BoxOffice(event());
        office.apply(Scenario.opened(office.event().definition(), 0));
        facts.stream()
                .sorted((a, b) -> Long.compare(a.cause().atMillis(), b.cause().atMillis()))
                .forEach(office::apply);
        office.closeEntry();
        return office;
    }

    private static EventDefinition event() {
        Plan plan =
                Plan.of(
                        List.of(
                                section("Open", 0, CLOSED - 1),
                                section("Closed", 0, 1),
                                section("Dear", 1, 1),
                                section("Rest", 0, 200 - DEAR)));
        AccessCode code = new AccessCode(CODE, List.of("Closed"), null);
        return new EventDefinition(
                EventId.of(Scenario.NOON, 7),
                EventDetails.of("Concert", new Policy(60, 1, 3, 5, 5)),
                plan,
                new AccessCodes(List.of(code)),
                Instant.ofEpochMilli(Scenario.NOON));
    }

    private static Section section(String name, long amount, int seats) {
        Tier tier = new Tier(name, new Money(amount, "EUR"));
        return NumberedSection.of(name, tier, Rows.equal(1, seats));
    }
}
