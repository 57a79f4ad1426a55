package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Scenario.NOON;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.plan.Plan;

final class CatalogTest {

    private static final EventDefinition TODAY = event(3, Instant.ofEpochMilli(NOON));
    private static final EventDefinition TOMORROW = event(1, Instant.ofEpochMilli(NOON + 1));
    private static final EventDefinition SOME_DAY = event(2, null);

    private final Catalog catalog = new Catalog();

    @Test
    void an_event_is_listed() {
        Decision decision = catalog.decide(list(TODAY));

        assertEquals(Decision.accepted(listed(TODAY)), decision);
        happened(TODAY);
        assertEquals(TODAY, catalog.find(TODAY.id()));
        assertEquals(new Answer.Listed(TODAY), catalog.answer(list(TODAY), List.of(listed(TODAY))));
        assertNull(catalog.find(TOMORROW.id()));
    }

    @Test
    void an_event_is_listed_once() {
        happened(TODAY);

        assertEquals(Decision.refused(Refusal.EVENT_EXISTS), catalog.decide(list(TODAY)));
        assertThrows(CorruptHistory.class, () -> catalog.apply(listed(TODAY)));
    }

    @Test
    void the_same_request_again_is_answered_from_its_entry_and_another_refused() {
        Cause cause = ORGANIZER.once(1, 1).cause();
        catalog.apply(new EventListed(cause, TODAY));
        catalog.closeEntry();
        happened(TOMORROW);

        assertEquals(new Decision.Repeated(1), catalog.decide(new ListEvent(cause, TODAY)));
        Cause other = ORGANIZER.once(1, 2).cause();
        assertEquals(
                Decision.refused(Refusal.IDEMPOTENCY_MISMATCH),
                catalog.decide(new ListEvent(other, TODAY)));
    }

    @Test
    void the_soonest_comes_first_and_an_undated_one_last() {
        happened(SOME_DAY, TOMORROW, TODAY);

        assertEquals(List.of(TODAY, TOMORROW, SOME_DAY), catalog.page(null, 10));
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        happened(SOME_DAY, TOMORROW, TODAY);

        assertEquals(List.of(TODAY, TOMORROW), catalog.page(null, 2));
        assertEquals(List.of(SOME_DAY), catalog.page(TOMORROW, 2));
        assertEquals(List.of(), catalog.page(SOME_DAY, 2));
        assertEquals(List.of(), catalog.page(null, 0));
    }

    @Test
    void events_of_the_same_moment_are_told_apart_by_id() {
        EventDefinition twin = event(9, TODAY.details().startsAt());
        happened(twin, TODAY);

        assertEquals(List.of(TODAY, twin), catalog.page(null, 10));
    }

    @Test
    void what_is_tentative_is_taken_back() {
        happened(TODAY);
        long before = catalog.stateHash();

        catalog.beginTentative();
        happened(TOMORROW, SOME_DAY);
        catalog.rollback();

        assertEquals(before, catalog.stateHash());
        assertEquals(1, catalog.size());
        Invariants.checkDurable(catalog);
    }

    @Test
    void a_snapshot_folds_to_the_same_list() {
        happened(TODAY, SOME_DAY);
        Catalog restored = new Catalog();

        restored.restore(catalog.version(), catalog.restate());

        assertEquals(catalog.stateHash(), restored.stateHash());
        assertEquals(catalog.page(null, 10), restored.page(null, 10));
    }

    @Test
    void nothing_in_it_is_ever_due() {
        happened(TODAY);

        assertEquals(Long.MAX_VALUE, catalog.deadlineMillis());
    }

    @Test
    void it_knows_nothing_of_seats() {
        Person ann = Person.ANN;

        assertThrows(IllegalArgumentException.class, () -> catalog.decide(ann.hold(1)));
        assertThrows(IllegalArgumentException.class, () -> catalog.answer(ann.hold(1), List.of()));
        List<Fact> held = List.of(ann.held(1));
        assertThrows(IllegalArgumentException.class, () -> catalog.answer(list(TODAY), held));
        assertThrows(CorruptHistory.class, () -> catalog.apply(ann.held(1)));
    }

    private void happened(EventDefinition... events) {
        for (EventDefinition event : events) {
            catalog.apply(listed(event));
        }
        catalog.closeEntry();
        Invariants.check(catalog);
    }

    private static ListEvent list(EventDefinition event) {
        return new ListEvent(ORGANIZER.cause(), event);
    }

    private static EventListed listed(EventDefinition event) {
        return new EventListed(ORGANIZER.cause(), event);
    }

    private static EventDefinition event(long random, @Nullable Instant startsAt) {
        EventId id = EventId.of(NOON, random);
        Instant created = Instant.ofEpochMilli(NOON);
        EventDetails details =
                new EventDetails("Concert", null, startsAt, null, null, Policy.DEFAULT);
        return new EventDefinition(id, details, Plan.plain(10), created);
    }
}
