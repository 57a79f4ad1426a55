package usher.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Fact;
import usher.domain.UserId;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.SeatsReserved;
import usher.ledger.Key;

/// The words under which events are found without looking at them all.
public final class Keys {

    private Keys() {}

    /// The words under which an entry of `facts` files its stream; mostly none.
    public static List<Key> filing(List<Fact> facts) {
        List<Key> keys = List.of();
        for (Fact fact : facts) {
            switch (fact) {
                case SeatsReserved f -> keys = filing(keys, f.user(), f.booking());
                case BookingMade f -> keys = filing(keys, f.user(), f.booking());
                default -> {}
            }
        }
        return keys;
    }

    /// `keys` and those of one more booking; a new list only for the first one.
    private static List<Key> filing(List<Key> keys, UserId user, @Nullable BookingId booking) {
        List<Key> all = keys.isEmpty() ? new ArrayList<>() : keys;
        all.add(of(user));
        if (booking != null) all.add(of(booking));
        return all;
    }

    /// The events at which `user` has seats for good, or has ever booked some.
    public static Key of(UserId user) {
        return new Key("user:" + user.value());
    }

    /// The events at which a booking with this id was made: mostly one.
    public static Key of(BookingId booking) {
        return new Key("booking:" + booking.value());
    }
}
