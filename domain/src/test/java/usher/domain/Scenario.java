package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.Policy;
import usher.domain.holding.ExpireHolds;
import usher.domain.holding.HoldsExpired;
import usher.domain.plan.Plan;

/// What was, what is asked, and what must follow: `given(facts).when(command).then(facts)`.
///
/// After every step all invariants are checked, and that deciding changed nothing.
final class Scenario {

    /// The moment from which scenarios count their milliseconds.
    static final long NOON = 1_800_000_000_000L;

    /// 60 s a hold, 2 refreshes, 3 held seats and 4 seats in all for each user.
    static final Policy POLICY = new Policy(Person.HOLD_SECONDS, 2, 3, 4, 5);

    /// 10 seats under [#POLICY], always on sale.
    static final EventDefinition EVENT = event(10, POLICY);

    private final BoxOffice office;
    private Decision decision = Decision.unchanged();

    private Scenario(EventDefinition event) {
        office = new BoxOffice(event);
    }

    static EventDefinition event(int seats, Policy policy) {
        return onSale(seats, policy, null, null);
    }

    /// An event with the places of `plan` under [#POLICY], always on sale.
    static EventDefinition of(Plan plan) {
        return new EventDefinition(EVENT.id(), EVENT.details(), plan, EVENT.createdAt());
    }

    static EventDefinition onSale(
            int seats, Policy policy, @Nullable Instant from, @Nullable Instant until) {
        EventId id = EventId.of(NOON, 7);
        Instant created = Instant.ofEpochMilli(NOON);
        EventDetails details = new EventDetails("Concert", null, null, from, until, policy);
        return new EventDefinition(id, details, Plan.plain(seats), created);
    }

    /// What is said of [#EVENT], but for its name.
    static EventDetails named(String name) {
        return EventDetails.of(name, POLICY);
    }

    /// [#EVENT], of whose stream nothing is written yet.
    static Scenario givenNothing() {
        return new Scenario(EVENT);
    }

    /// [#EVENT], opened at noon, and what happened since, all in its first entry.
    static Scenario given(Fact... facts) {
        return givenEvent(EVENT, facts);
    }

    static Scenario givenEvent(EventDefinition event, Fact... facts) {
        Scenario scenario = new Scenario(event);
        scenario.office.apply(opened(event, 0));
        return scenario.and(facts);
    }

    static EventOpened opened(EventDefinition event, long millisAfterNoon) {
        return new EventOpened(system(millisAfterNoon), event);
    }

    static ExpireHolds expire(long millisAfterNoon) {
        return new ExpireHolds(system(millisAfterNoon));
    }

    static HoldsExpired expired(long millisAfterNoon, int... seats) {
        return new HoldsExpired(system(millisAfterNoon), SeatSet.of(seats));
    }

    static Cause system(long millisAfterNoon) {
        return Cause.system(NOON + millisAfterNoon, "request");
    }

    /// One more entry.
    Scenario and(Fact... facts) {
        for (Fact fact : facts) {
            office.apply(fact);
        }
        office.closeEntry();
        Invariants.checkDurable(office);
        return this;
    }

    Scenario when(Command command) {
        long before = office.stateHash();
        decision = office.decide(command);
        assertEquals(before, office.stateHash(), "deciding looks and never touches");
        return this;
    }

    /// What was asked is granted: these facts, in this order, are the next entry.
    Scenario then(Fact... facts) {
        assertEquals(new Decision.Accepted(List.of(facts)), decision);
        return and(facts);
    }

    Scenario thenRefused(Refusal refusal, int... seats) {
        assertEquals(Decision.refused(refusal, SeatSet.of(seats)), decision);
        return this;
    }

    Scenario thenUnchanged() {
        assertEquals(Decision.unchanged(), decision);
        return this;
    }

    Scenario thenRepeated(long version) {
        assertEquals(new Decision.Repeated(version), decision);
        return this;
    }

    BoxOffice office() {
        return office;
    }
}
