package usher.engine;

import usher.domain.UserId;
import usher.domain.selling.BookingId;
import usher.ledger.Key;

/// The words under which events are found without looking at them all.
public final class Keys {

    private Keys() {}

    /// The events at which `user` has seats for good, or has ever booked some.
    public static Key of(UserId user) {
        return new Key("user:" + user.value());
    }

    /// The events at which a booking with this id was made: mostly one.
    public static Key of(BookingId booking) {
        return new Key("booking:" + booking.value());
    }
}
