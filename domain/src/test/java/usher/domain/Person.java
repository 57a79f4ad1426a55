package usher.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.access.CodeHash;
import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.event.ChangeEvent;
import usher.domain.event.ChangeStatus;
import usher.domain.event.ConfirmListing;
import usher.domain.event.EventChanged;
import usher.domain.event.EventStatus;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.RefreshHolds;
import usher.domain.holding.ReleaseAllHolds;
import usher.domain.holding.ReleaseHolds;
import usher.domain.holding.SeatsHeld;
import usher.domain.selling.BookingId;
import usher.domain.selling.ReserveSeats;
import usher.domain.selling.SeatsReserved;

/// Somebody at a moment, as scenarios speak of them: `BOB.at(59_999).hold(1)` is a command of his,
/// `BOB.at(59_999).held(1)` the fact that it makes.
///
/// @param millis counted from [Scenario#NOON]
/// @param key what is not to be done twice
record Person(UserId user, long millis, @Nullable IdempotencyKey key) {

    /// How long a hold lasts for which nothing else is said: as the policy of [Scenario#EVENT] has
    /// it.
    static final int HOLD_SECONDS = 60;

    static final Person ANN = numbered(1);
    static final Person BOB = numbered(2);
    static final Person CARL = numbered(3);
    static final Person ORGANIZER = numbered(9);

    static Person numbered(int number) {
        return new Person(new UserId(new UUID(number, number)), 0, null);
    }

    Person at(long millisAfterNoon) {
        return new Person(user, millisAfterNoon, key);
    }

    /// The same, asking under key `name` for what hashes to `body`.
    Person once(int name, int body) {
        return new Person(user, millis, new IdempotencyKey(name, 0, body));
    }

    Cause cause() {
        return new Cause(Scenario.NOON + millis, user, "request", key);
    }

    HoldSeats hold(int... seats) {
        return holdFor(0, seats);
    }

    HoldSeats holdFor(int seconds, int... seats) {
        return new HoldSeats(cause(), SeatSet.of(seats), seconds);
    }

    HoldBestSeats holdBest(int quantity) {
        return holdBestFor(0, quantity, null, false);
    }

    HoldBestSeats holdBestFor(
            int seconds, int quantity, @Nullable String tier, boolean accessible) {
        return new HoldBestSeats(cause(), tier, quantity, accessible, seconds);
    }

    HoldBestSeats holdBestWith(@Nullable CodeHash code, int quantity, @Nullable String tier) {
        return new HoldBestSeats(cause(), tier, quantity, false, 0, code);
    }

    /// Giving an access code.
    HoldSeats holdWith(@Nullable CodeHash code, int... seats) {
        return new HoldSeats(cause(), SeatSet.of(seats), 0, code);
    }

    SeatsHeld held(int... seats) {
        return heldFor(HOLD_SECONDS, seats);
    }

    SeatsHeld heldFor(int seconds, int... seats) {
        return new SeatsHeld(cause(), user, SeatSet.of(seats), until(seconds));
    }

    RefreshHolds refresh(int... seats) {
        return refreshFor(0, seats);
    }

    RefreshHolds refreshFor(int seconds, int... seats) {
        return new RefreshHolds(cause(), SeatSet.of(seats), seconds);
    }

    HoldsRefreshed refreshed(int... seats) {
        return refreshedFor(HOLD_SECONDS, seats);
    }

    HoldsRefreshed refreshedFor(int seconds, int... seats) {
        return new HoldsRefreshed(cause(), SeatSet.of(seats), until(seconds));
    }

    ReleaseHolds release(int... seats) {
        return new ReleaseHolds(cause(), SeatSet.of(seats));
    }

    ReleaseAllHolds releaseAll() {
        return new ReleaseAllHolds(cause());
    }

    HoldsReleased released(int... seats) {
        return new HoldsReleased(cause(), SeatSet.of(seats));
    }

    ReserveSeats reserve(int... seats) {
        return new ReserveSeats(cause(), SeatSet.of(seats), reservation(seats));
    }

    /// As the booking of this number.
    ReserveSeats reserveAs(int booking, int... seats) {
        return new ReserveSeats(cause(), SeatSet.of(seats), Buyer.id(booking));
    }

    ReserveSeats giveAway(int... seats) {
        return new ReserveSeats(cause(), SeatSet.of(seats), true, reservation(seats));
    }

    ReserveSeats giveAwayAs(int booking, int... seats) {
        return new ReserveSeats(cause(), SeatSet.of(seats), true, Buyer.id(booking));
    }

    SeatsReserved reserved(int... seats) {
        return reservedAs(reservation(seats), seats);
    }

    /// As this booking, or as none.
    SeatsReserved reservedAs(@Nullable BookingId booking, int... seats) {
        return new SeatsReserved(cause(), user, SeatSet.of(seats), booking);
    }

    /// What `seats` become if they are reserved by him now: another booking each time.
    private BookingId reservation(int... seats) {
        int first = seats.length == 0 ? 0 : seats[0];
        return new BookingId(
                new UUID(millis, 1000 * user.value().getLeastSignificantBits() + first));
    }

    BlockSeats block(String note, int... seats) {
        return new BlockSeats(cause(), SeatSet.of(seats), note);
    }

    SeatsBlocked blocked(String note, int... seats) {
        return new SeatsBlocked(cause(), SeatSet.of(seats), note);
    }

    UnblockSeats unblock(int... seats) {
        return new UnblockSeats(cause(), SeatSet.of(seats));
    }

    UnblockAllSeats unblockAll() {
        return new UnblockAllSeats(cause());
    }

    SeatsUnblocked unblocked(int... seats) {
        return new SeatsUnblocked(cause(), SeatSet.of(seats));
    }

    ChangeStatus change(EventStatus status) {
        return new ChangeStatus(cause(), status);
    }

    StatusChanged changed(EventStatus status) {
        return new StatusChanged(cause(), status);
    }

    /// Says that from now on the event, so far of `revision`, is called `name`.
    ChangeEvent rename(String name, long revision) {
        return new ChangeEvent(cause(), Scenario.named(name), EventStatus.ACTIVE, revision);
    }

    EventChanged renamed(String name) {
        return new EventChanged(cause(), Scenario.named(name));
    }

    ConfirmListing confirm(long revision) {
        return new ConfirmListing(cause(), revision);
    }

    ListingConfirmed confirmed(long revision) {
        return new ListingConfirmed(cause(), revision);
    }

    private long until(int seconds) {
        return Scenario.NOON + millis + 1000L * seconds;
    }
}
