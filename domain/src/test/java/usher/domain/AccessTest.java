package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.ACCESS_CODE_REQUIRED;
import static usher.domain.Refusal.EVENT_NOT_ON_SALE;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.PAYMENT_REQUIRED;
import static usher.domain.Refusal.WRONG_ACCESS_CODE;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.POLICY;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.access.CodeHash;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventStatus;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Tier;

/// Who may have which places: what access codes open, and what must be paid.
final class AccessTest {

    private static final CodeHash FAN = new CodeHash(1, 0);
    private static final CodeHash PRESS = new CodeHash(2, 0);
    private static final CodeHash EARLY = new CodeHash(3, 0);
    private static final CodeHash NOBODYS = new CodeHash(1, 1);

    /// Places 1 to 4 for everybody, free; 5 and 6 for fans and press, 7 and 8 for the press only,
    /// both for money. Sales begin a minute after noon, for fans ten seconds earlier, and for those
    /// who have no more than the word for that, twenty.
    private static final EventDefinition EVENT = event();

    @Test
    void a_closed_tier_is_for_those_who_give_a_code_that_opens_it() {
        givenEvent(EVENT)
                .when(ANN.at(60_000).hold(1, 5))
                .thenRefused(ACCESS_CODE_REQUIRED, 5)
                .when(ANN.at(60_000).holdWith(FAN, 1, 5, 7))
                .thenRefused(ACCESS_CODE_REQUIRED, 7)
                .when(ANN.at(60_000).holdWith(EARLY, 1, 5))
                .thenRefused(ACCESS_CODE_REQUIRED, 5)
                .when(ANN.at(60_000).holdWith(PRESS, 5, 7))
                .then(ANN.at(60_000).held(5, 7));
    }

    @Test
    void a_tier_that_no_code_names_is_for_everybody() {
        givenEvent(EVENT).when(ANN.at(60_000).hold(1)).then(ANN.at(60_000).held(1));
        givenEvent(EVENT).when(ANN.at(60_000).holdWith(FAN, 1)).then(ANN.at(60_000).held(1));
    }

    @Test
    void a_code_that_the_event_does_not_know_is_wrong_whatever_it_is_given_for() {
        givenEvent(EVENT).when(ANN.at(60_000).holdWith(NOBODYS, 1)).thenRefused(WRONG_ACCESS_CODE);
        givenEvent(EVENT).when(ANN.at(0).holdWith(NOBODYS, 99)).thenRefused(WRONG_ACCESS_CODE);
        given().when(ANN.holdWith(FAN, 1)).thenRefused(WRONG_ACCESS_CODE);
    }

    @Test
    void a_code_may_let_its_bearer_in_earlier() {
        givenEvent(EVENT)
                .when(ANN.at(59_999).hold(1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.at(59_999).holdWith(PRESS, 1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.at(49_999).holdWith(FAN, 1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(BOB.at(50_000).holdWith(FAN, 1, 5))
                .then(BOB.at(50_000).held(1, 5));
        givenEvent(EVENT).when(ANN.at(40_000).holdWith(EARLY, 1)).then(ANN.at(40_000).held(1));
    }

    @Test
    void no_code_opens_an_event_that_is_not_active() {
        givenEvent(EVENT, ORGANIZER.changed(EventStatus.INACTIVE))
                .when(ANN.at(60_000).holdWith(FAN, 1))
                .thenRefused(EVENT_NOT_ON_SALE);
    }

    @Test
    void what_is_held_early_may_be_held_longer_and_reserved_before_sales_begin() {
        givenEvent(EVENT, ANN.at(40_000).held(1))
                .when(ANN.at(41_000).refresh(1))
                .then(ANN.at(41_000).refreshed(1))
                .when(BOB.at(42_000).refresh(1))
                .thenRefused(NOT_YOUR_HOLD, 1)
                .when(ANN.at(43_000).reserve(1))
                .then(ANN.at(43_000).reserved(1));
    }

    @Test
    void a_place_with_a_price_is_reserved_only_if_it_is_given_away() {
        givenEvent(EVENT, ANN.at(60_000).held(1, 5))
                .when(ANN.at(60_001).reserve(1, 5))
                .thenRefused(PAYMENT_REQUIRED, 5)
                .when(BOB.at(60_001).giveAway(1, 5))
                .thenRefused(NOT_YOUR_HOLD, 1, 5)
                .when(ANN.at(60_001).giveAway(1, 5))
                .then(ANN.at(60_001).reserved(1, 5))
                .when(ANN.at(60_002).reserve(1, 5))
                .thenUnchanged();
    }

    @Test
    void codes_that_make_no_sense_are_refused() {
        AccessCode fan = new AccessCode(FAN, List.of("Fans"), null);
        refused("must open", () -> new AccessCode(FAN, List.of(), null));
        refused("are the same", () -> new AccessCodes(List.of(fan, fan)));
        refused("unknown: Fans", () -> withCodes(Plan.plain(1), fan));
        refused(
                "years 0 to 9999",
                () -> withCodes(Plan.plain(1), new AccessCode(FAN, List.of(), Instant.MAX)));
        List<AccessCode> many = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            many.add(new AccessCode(new CodeHash(i, 0), List.of("Fans"), null));
        }
        refused("1000 access codes", () -> new AccessCodes(many));
        assertEquals(1000, new AccessCodes(many.subList(0, 1000)).all().size());
    }

    @Test
    void codes_are_equal_if_they_open_the_same_and_tell_nothing_of_themselves() {
        AccessCodes one = new AccessCodes(EVENT.codes().all());
        assertEquals(EVENT.codes(), one);
        assertEquals(EVENT.codes().hashCode(), one.hashCode());
        assertNotEquals(AccessCodes.NONE, one);
        assertEquals("3 access codes", one.toString());
        assertTrue(one.closes(tier("Fans", 1)));
        assertFalse(one.closes(tier("Free", 1)));
        assertFalse(one.closes(null));
    }

    private static void refused(String why, Runnable attempt) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, attempt::run);
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private static EventDefinition event() {
        Plan plan =
                Plan.of(
                        List.of(
                                NumberedSection.of("Stalls", tier("Free", 0), Rows.equal(2, 2)),
                                GeneralAdmission.of("Pit", tier("Fans", 4_000), 2, null),
                                GeneralAdmission.of("Box", tier("Press", 1), 2, null)));
        Instant tenSeconds = Instant.ofEpochMilli(NOON + 50_000);
        return withCodes(
                plan,
                new AccessCode(FAN, List.of("Fans"), tenSeconds),
                new AccessCode(PRESS, List.of("Press", "Fans"), null),
                new AccessCode(EARLY, List.of(), Instant.ofEpochMilli(NOON + 40_000)));
    }

    private static EventDefinition withCodes(Plan plan, AccessCode... codes) {
        Instant from = Instant.ofEpochMilli(NOON + 60_000);
        return new EventDefinition(
                EventId.of(NOON, 7),
                new EventDetails("Concert", null, null, from, null, POLICY),
                plan,
                new AccessCodes(List.of(codes)),
                Instant.ofEpochMilli(NOON));
    }

    private static Tier tier(String name, long amount) {
        return new Tier(name, new Money(amount, "EUR"));
    }
}
