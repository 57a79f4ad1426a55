package usher.domain;

import static usher.domain.BrokenInvariant.unless;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ListedEvent;
import usher.domain.catalog.ListedVenue;
import usher.domain.catalog.Venues;
import usher.domain.event.EventStatus;
import usher.domain.event.Policy;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatTable;
import usher.domain.selling.BookingInvariants;

/// Everything that must hold of a state machine between two facts.
///
/// The one list of it, for tests, the simulation, the engine in test mode and `./usher verify`.
/// Looks at every seat and folds a snapshot: milliseconds for a small event, more for a large one.
public final class Invariants {

    private Invariants() {}

    /// Insists that `machine` agrees with itself and with its snapshot.
    ///
    /// @throws BrokenInvariant if it does not; it names the seat, the user or the event
    public static void check(StateMachine machine) {
        checkMemory(machine);
        switch (machine) {
            case BoxOffice office -> checkOffice(office);
            case Catalog catalog -> checkCatalog(catalog);
        }
        checkRestated(machine);
    }

    /// Insists on [#check], and that nothing of `machine` could still be taken back.
    ///
    /// @throws BrokenInvariant if it does not hold
    public static void checkDurable(StateMachine machine) {
        unless(machine.undo.isEmpty(), "changes after version %d are tentative", machine.version());
        check(machine);
    }

    private static void checkOffice(BoxOffice office) {
        SeatTable seats = office.seats();
        seats.check();
        office.blocking().check();
        new BookingInvariants(office.bookings(), seats, office.desk()).check();
        seats.forEachTouched(seat -> checkSeat(office, seat));
        if (!office.event().isOpened()) {
            int free = seats.count(SeatStatus.AVAILABLE);
            unless(
                    free == seats.total(),
                    "%d of %d seats are free of an event that is not open",
                    free,
                    seats.total());
            unless(
                    office.event().status() == EventStatus.ACTIVE,
                    "an event that is not open is %s",
                    office.event().status());
        }
    }

    private static void checkSeat(BoxOffice office, int number) {
        SeatRecord seat = office.seats().get(number);
        UserId owner = seat.owner();
        if (owner == null || seat.status() == SeatStatus.AVAILABLE) return;
        unless(
                seat.sinceMillis() <= office.latestMillis(),
                "seat %d is taken in the future",
                number);
        if (office.event().isPolicyChanged()) return; // what is there was allowed by another one
        boolean isBooked = office.bookings().isPending(number);
        if (!isBooked) checkHold(office.event().details().policy(), number, seat);
        checkLimits(office, number, owner);
    }

    /// That the policy allows a hold as long as this after as many refreshes.
    private static void checkHold(Policy policy, int number, SeatRecord seat) {
        int used = seat.refreshesUsed();
        unless(used <= policy.refreshesMax(), "seat %d is refreshed %d times", number, used);
        long lasts = seat.untilMillis() - seat.sinceMillis();
        long longest = (used + 1) * policy.holdMillis(0);
        unless(lasts <= longest, "seat %d is held for %d ms", number, lasts);
    }

    /// That the owner of the seat has no more seats than he may.
    private static void checkLimits(BoxOffice office, int number, UserId owner) {
        Policy policy = office.event().details().policy();
        int held = office.seats().countOf(owner, SeatStatus.HELD);
        int seats = held + office.seats().countOf(owner, SeatStatus.RESERVED);
        unless(policy.allowsHeld(held), "%s, of seat %d, holds %d seats", owner, number, held);
        unless(policy.allowsSeats(seats), "%s, of seat %d, has %d seats", owner, number, seats);
    }

    private static void checkCatalog(Catalog catalog) {
        List<ListedEvent> listed = catalog.soonestFirst();
        unless(
                listed.size() == catalog.size(),
                "%d events are listed, and %d known",
                listed.size(),
                catalog.size());
        for (ListedEvent event : listed) {
            unless(
                    event.definition().equals(catalog.find(event.id())),
                    "event %s is not found",
                    event.id());
        }
        checkVenues(catalog.venues());
    }

    private static void checkVenues(Venues venues) {
        List<ListedVenue> listed = venues.byName();
        unless(
                listed.size() == venues.size(),
                "%d venues are listed, and %d known",
                listed.size(),
                venues.size());
        for (ListedVenue each : listed) {
            unless(
                    each.venue().equals(venues.find(each.venue().id())),
                    "venue %s is not found",
                    each.venue().id());
        }
    }

    private static void checkMemory(StateMachine machine) {
        @Nullable RememberedKey previous = null;
        for (RememberedKey key : machine.memory().restate()) {
            unless(
                    key.version() <= machine.version() + 1
                            && key.atMillis() <= machine.latestMillis(),
                    "a key of version %d is remembered at version %d",
                    key.version(),
                    machine.version());
            unless(
                    previous == null || previous.version() <= key.version(),
                    "the key of version %d is not in its place",
                    key.version());
            previous = key;
        }
    }

    private static void checkRestated(StateMachine machine) {
        StateMachine restored =
                switch (machine) {
                    case BoxOffice office -> new BoxOffice(office.event().definition());
                    case Catalog _ -> new Catalog();
                };
        restored.restore(machine.version(), machine.restate());
        unless(
                restored.stateHash() == machine.stateHash(),
                "the snapshot of version %d folds to another state",
                machine.version());
    }
}
