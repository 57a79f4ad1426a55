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
        @Nullable List<Key> keys = null;
        for (Fact fact : facts) {
            if (!(fact instanceof SeatsReserved || fact instanceof BookingMade)) continue;
            if (keys == null) keys = new ArrayList<>();
            switch (fact) {
                case SeatsReserved reserved -> {
                    keys.add(of(reserved.user()));
                    BookingId booking = reserved.booking();
                    if (booking != null) keys.add(of(booking));
                }
                case BookingMade made -> {
                    keys.add(of(made.user()));
                    keys.add(of(made.booking()));
                }
                default -> {}
            }
        }
        return keys == null ? List.of() : keys;
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
