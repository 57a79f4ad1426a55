package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Scenario.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import usher.domain.catalog.AddVenue;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ListedVenue;
import usher.domain.catalog.VenueAdded;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Position;
import usher.domain.plan.Rows;
import usher.domain.plan.Tier;
import usher.domain.venue.Location;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;

final class VenuesTest {

    private static final Venue OPERA = venue(1, "Opéra");
    private static final Venue ARENA = venue(2, "arena");
    private static final Venue ODEON = venue(3, "Odeon");

    private final Catalog catalog = new Catalog();

    @Test
    void a_venue_is_added() {
        assertEquals(Decision.accepted(added(OPERA)), catalog.decide(add(OPERA)));

        happened(OPERA);

        assertEquals(OPERA, catalog.venues().find(OPERA.id()));
        assertEquals(new Answer.Added(OPERA), catalog.answer(add(OPERA), List.of(added(OPERA))));
        assertNull(catalog.venues().find(ARENA.id()));
    }

    @Test
    void a_venue_is_added_once() {
        happened(OPERA);

        assertEquals(Decision.refused(Refusal.VENUE_EXISTS), catalog.decide(add(OPERA)));
        assertThrows(CorruptHistory.class, () -> catalog.apply(added(OPERA)));
    }

    @Test
    void the_same_request_again_is_answered_from_its_entry() {
        Cause cause = ORGANIZER.once(1, 1).cause();
        catalog.apply(new VenueAdded(cause, OPERA));
        catalog.closeEntry();

        assertEquals(new Decision.Repeated(1), catalog.decide(new AddVenue(cause, OPERA)));
    }

    @Test
    void they_are_listed_by_name_whatever_its_case_and_accents() {
        happened(OPERA, ODEON, ARENA);

        List<Venue> listed = catalog.venues().byName().stream().map(ListedVenue::venue).toList();
        assertEquals(List.of(ARENA, ODEON, OPERA), listed);
    }

    @Test
    void two_of_the_same_name_are_told_apart_by_id() {
        Venue twin = venue(9, "Odeon");
        happened(twin, ODEON);

        List<Venue> listed = catalog.venues().byName().stream().map(ListedVenue::venue).toList();
        assertEquals(List.of(ODEON, twin), listed);
    }

    @Test
    void what_is_shown_stays_as_it_was_shown() {
        happened(OPERA);
        List<ListedVenue> shown = catalog.venues().byName();

        happened(ARENA);

        assertEquals(1, shown.size());
        assertEquals(2, catalog.venues().byName().size());
    }

    @Test
    void what_is_tentative_is_taken_back() {
        happened(OPERA);
        long before = catalog.stateHash();

        catalog.beginTentative();
        happened(ARENA, ODEON);
        catalog.rollback();

        assertEquals(before, catalog.stateHash());
        assertEquals(1, catalog.venues().size());
        Invariants.checkDurable(catalog);
    }

    @Test
    void a_snapshot_folds_to_the_same_venues() {
        happened(OPERA, ARENA);
        Catalog restored = new Catalog();

        restored.restore(catalog.version(), catalog.restate());

        assertEquals(catalog.stateHash(), restored.stateHash());
        assertEquals(catalog.venues().byName(), restored.venues().byName());
    }

    @Test
    void a_box_office_knows_nothing_of_venues() {
        BoxOffice office = new BoxOffice(Scenario.EVENT);
        office.apply(Scenario.opened(Scenario.EVENT, 0));

        assertThrows(IllegalArgumentException.class, () -> office.decide(add(OPERA)));
        assertThrows(IllegalArgumentException.class, () -> office.answer(add(OPERA), List.of()));
        assertThrows(CorruptHistory.class, () -> office.apply(added(OPERA)));
    }

    @Test
    void an_event_sets_a_price_for_each_tier() {
        Money dear = new Money(9_000, "EUR");
        Money cheap = new Money(0, "EUR");

        Plan priced = OPERA.plan().priced(Map.of("Stalls", dear, "Pit", cheap));

        assertEquals(List.of(new Tier("Stalls", dear), new Tier("Pit", cheap)), priced.tiers());
        assertEquals(OPERA.plan().totalSeats(), priced.totalSeats());
        assertEquals(OPERA.plan().label(3), priced.label(3));
        assertEquals(OPERA.plan().sections().getLast().at(), priced.sections().getLast().at());
        assertThrows(
                IllegalArgumentException.class, () -> OPERA.plan().priced(Map.of("Stalls", dear)));
        assertThrows(
                IllegalArgumentException.class,
                () -> OPERA.plan().priced(Map.of("Stalls", dear, "Pit", new Money(1, "USD"))));
        assertThrows(IllegalArgumentException.class, () -> Plan.plain(2).priced(Map.of()));
    }

    @Test
    void a_venue_has_a_name_a_time_zone_and_sections() {
        assertThrows(IllegalArgumentException.class, () -> at(" ", "UTC", null));
        assertThrows(IllegalArgumentException.class, () -> at("x".repeat(201), "UTC", null));
        assertThrows(IllegalArgumentException.class, () -> at("Odeon", "", null));
        assertThrows(IllegalArgumentException.class, () -> at("Odeon", "Mars/Olympus Mons", null));
        assertThrows(IllegalArgumentException.class, () -> at("Odeon", "x".repeat(51), null));
        assertThrows(IllegalArgumentException.class, () -> at("Odeon", "UTC", "x".repeat(501)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Venue(OPERA.location(), Plan.plain(2), OPERA.createdAt()));
    }

    private void happened(Venue... venues) {
        for (Venue venue : venues) catalog.apply(added(venue));
        catalog.closeEntry();
        Invariants.check(catalog);
    }

    private static AddVenue add(Venue venue) {
        return new AddVenue(ORGANIZER.cause(), venue);
    }

    private static VenueAdded added(Venue venue) {
        return new VenueAdded(ORGANIZER.cause(), venue);
    }

    private static Location at(String name, String timeZone, @Nullable String address) {
        return new Location(new VenueId(new UUID(0, 1)), name, timeZone, address);
    }

    private static Venue venue(long id, String name) {
        Location location = new Location(new VenueId(new UUID(0, id)), name, "Europe/Paris", null);
        Plan plan =
                Plan.of(
                        List.of(
                                NumberedSection.of(
                                        "Stalls", Tier.unpriced("Stalls"), Rows.equal(2, 3)),
                                GeneralAdmission.of(
                                        "Pit", Tier.unpriced("Pit"), 4, new Position(1, 2))));
        return new Venue(location, plan, Instant.ofEpochMilli(NOON));
    }
}
