package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ANN;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.EVENT_CANCELLED;
import static usher.domain.Refusal.HOLD_LIMIT_REACHED;
import static usher.domain.Refusal.PRECONDITION_FAILED;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.given;
import static usher.domain.event.EventStatus.ACTIVE;
import static usher.domain.event.EventStatus.CANCELLED;
import static usher.domain.event.EventStatus.INACTIVE;

import org.junit.jupiter.api.Test;
import usher.domain.event.ChangeEvent;
import usher.domain.event.EventChanged;
import usher.domain.event.EventDetails;
import usher.domain.event.Listing;
import usher.domain.event.Policy;

/// What an organizer may say otherwise, and how the list of events learns of it.
final class ChangeEventTest {

    @Test
    void a_change_is_a_new_revision() {
        Scenario changed =
                given().when(ORGANIZER.at(5).rename("Recital", 1))
                        .then(ORGANIZER.at(5).renamed("Recital"));

        assertEquals(
                new Listing(Scenario.named("Recital"), ACTIVE, 2, NOON + 5),
                changed.office().event().listing());
    }

    @Test
    void details_and_status_change_in_one_entry() {
        EventDetails told = Scenario.named("Recital");

        given().when(new ChangeEvent(ORGANIZER.cause(), told, INACTIVE, 1))
                .then(ORGANIZER.renamed("Recital"), ORGANIZER.changed(INACTIVE));
    }

    @Test
    void who_says_what_is_so_already_changes_nothing() {
        given().when(ORGANIZER.rename("Concert", 1)).thenUnchanged();
    }

    @Test
    void who_looked_at_an_older_revision_is_refused() {
        given(ORGANIZER.renamed("Recital"))
                .when(ORGANIZER.rename("Matinee", 1))
                .thenRefused(PRECONDITION_FAILED)
                .when(ORGANIZER.rename("Matinee", 2))
                .then(ORGANIZER.renamed("Matinee"));
    }

    @Test
    void nothing_about_a_cancelled_event_changes() {
        Scenario cancelled = given(ORGANIZER.changed(CANCELLED));

        cancelled.when(ORGANIZER.rename("Recital", 2)).thenRefused(EVENT_CANCELLED);
        BoxOffice office = cancelled.office();
        assertThrows(CorruptHistory.class, () -> office.apply(ORGANIZER.renamed("Recital")));
        assertThrows(CorruptHistory.class, () -> office.apply(ORGANIZER.changed(ACTIVE)));
    }

    @Test
    void an_event_is_not_cancelled_on_the_way() {
        EventDetails told = Scenario.named("Recital");

        assertThrows(
                IllegalArgumentException.class,
                () -> new ChangeEvent(ORGANIZER.cause(), told, CANCELLED, 1));
    }

    @Test
    void a_new_policy_counts_at_once_and_takes_nothing_back() {
        EventDetails strict = EventDetails.of("Concert", new Policy(30, 2, 1, 1, 5));

        given(ANN.held(1, 2), new EventChanged(ORGANIZER.cause(), strict))
                .when(ANN.hold(3))
                .thenRefused(HOLD_LIMIT_REACHED)
                .when(ANN.at(1).refresh(1))
                .then(ANN.at(1).refreshedFor(30, 1));
    }

    @Test
    void a_change_is_due_until_the_list_shows_it() {
        Scenario changed = given(ORGANIZER.at(5).renamed("Recital"));

        assertEquals(NOON + 5, changed.office().deadlineMillis());
        changed.when(ANN.at(6).confirm(2)).then(ANN.at(6).confirmed(2));
        assertEquals(Long.MAX_VALUE, changed.office().deadlineMillis());
        assertFalse(changed.office().event().isListingDue());
        changed.when(ANN.at(7).confirm(2)).thenUnchanged();
    }

    @Test
    void a_list_that_shows_an_older_revision_has_more_to_show() {
        Scenario changed =
                given(ORGANIZER.at(5).renamed("Recital"), ORGANIZER.at(6).renamed("Matinee"));

        changed.when(ANN.at(7).confirm(2)).then(ANN.at(7).confirmed(2));

        assertEquals(NOON + 6, changed.office().deadlineMillis());
    }

    @Test
    void no_revision_is_confirmed_that_there_is_not() {
        Scenario changed = given(ORGANIZER.renamed("Recital"));

        changed.when(ANN.confirm(9)).then(ANN.confirmed(2));
        assertThrows(CorruptHistory.class, () -> changed.office().apply(ORGANIZER.confirmed(3)));
    }

    @Test
    void a_snapshot_knows_what_became_of_the_event() {
        BoxOffice office =
                given(ORGANIZER.at(5).renamed("Recital"), ORGANIZER.at(6).changed(INACTIVE))
                        .office();
        BoxOffice restored = new BoxOffice(Scenario.EVENT);

        restored.restore(office.version(), office.restate());

        assertEquals(office.event().listing(), restored.event().listing());
        assertEquals(NOON + 6, restored.deadlineMillis());
        assertEquals(office.stateHash(), restored.stateHash());
    }
}
