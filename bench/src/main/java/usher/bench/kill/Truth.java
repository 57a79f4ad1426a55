package usher.bench.kill;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who has which seat, whoever says so.
interface Truth {

    /// What a seat is, and whose.
    ///
    /// @param status `available`, `held` or `reserved`
    /// @param owner null if it is available
    record Place(String status, @Nullable UUID owner) {

        static final Place AVAILABLE = new Place("available", null);

        boolean isHeldBy(UUID user) {
            return status.equals("held") && user.equals(owner);
        }

        boolean isReservedBy(UUID user) {
            return status.equals("reserved") && user.equals(owner);
        }

        boolean isOf(UUID user) {
            return user.equals(owner);
        }
    }

    /// Seat `seat` of event `event`, counted from 0.
    Place place(int event, int seat);
}
