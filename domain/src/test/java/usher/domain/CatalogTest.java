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
import usher.domain.catalog.ChangeListing;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListEvent;
import usher.domain.catalog.ListedEvent;
import usher.domain.catalog.ListingChanged;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;
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

        assertEquals(List.of(TODAY, TOMORROW, SOME_DAY), listed());
    }

    @Test
    void what_is_shown_stays_as_it_was_shown() {
        happened(TODAY);
        List<ListedEvent> shown = catalog.soonestFirst();

        happened(TOMORROW);

        assertEquals(List.of(new ListedEvent(TODAY, Listing.of(TODAY), "concert")), shown);
        assertEquals(List.of(TODAY, TOMORROW), listed());
    }

    @Test
    void an_event_is_shown_as_its_own_stream_has_said() {
        happened(TODAY, TOMORROW);

        change(later(2));

        assertEquals(List.of(TOMORROW, TODAY), listed());
        assertEquals(later(2), catalog.soonestFirst().getLast().now());
        assertEquals(TODAY, catalog.find(TODAY.id()));
    }

    @Test
    void what_is_older_than_what_is_shown_changes_nothing() {
        happened(TODAY);
        change(later(3));

        assertEquals(Decision.unchanged(), catalog.decide(changing(later(3))));
        assertEquals(Decision.unchanged(), catalog.decide(changing(later(2))));
    }

    @Test
    void only_what_is_listed_is_changed() {
        assertEquals(
                Decision.refused(Refusal.PRECONDITION_FAILED), catalog.decide(changing(later(2))));
        assertThrows(CorruptHistory.class, () -> catalog.apply(changed(later(2))));
    }

    @Test
    void events_of_the_same_moment_are_told_apart_by_id() {
        EventDefinition twin = event(9, TODAY.details().startsAt());
        happened(twin, TODAY);

        assertEquals(List.of(TODAY, twin), listed());
    }

    @Test
    void what_is_tentative_is_taken_back() {
        happened(TODAY);
        long before = catalog.stateHash();

        catalog.beginTentative();
        happened(TOMORROW, SOME_DAY);
        change(later(2));
        catalog.rollback();

        assertEquals(before, catalog.stateHash());
        assertEquals(1, catalog.size());
        Invariants.checkDurable(catalog);
    }

    @Test
    void a_snapshot_folds_to_the_same_list() {
        happened(TODAY, SOME_DAY);
        change(later(4));
        Catalog restored = new Catalog();

        restored.restore(catalog.version(), catalog.restate());

        assertEquals(catalog.stateHash(), restored.stateHash());
        assertEquals(catalog.soonestFirst(), restored.soonestFirst());
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

    private void change(Listing listing) {
        assertEquals(Decision.accepted(changed(listing)), catalog.decide(changing(listing)));
        catalog.apply(changed(listing));
        catalog.closeEntry();
        Invariants.check(catalog);
    }

    /// The events in their order, as they were created.
    private List<EventDefinition> listed() {
        return catalog.soonestFirst().stream().map(ListedEvent::definition).toList();
    }

    /// [#TODAY], put off by a week.
    private static Listing later(long revision) {
        Instant week = Instant.ofEpochMilli(NOON + 7 * 24 * 60 * 60 * 1000);
        EventDetails put = new EventDetails("Concert", null, week, null, null, Policy.DEFAULT);
        return new Listing(put, EventStatus.INACTIVE, revision, NOON);
    }

    private static ChangeListing changing(Listing listing) {
        return new ChangeListing(ORGANIZER.cause(), TODAY.id(), listing);
    }

    private static ListingChanged changed(Listing listing) {
        return new ListingChanged(ORGANIZER.cause(), TODAY.id(), listing);
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
