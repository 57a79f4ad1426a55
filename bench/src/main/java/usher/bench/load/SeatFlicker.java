package usher.bench.load;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/// Holds a place, lets it go, and does the same with the next: every answer changes what a list of
/// the seats shows, and hardly how long it is. For one connection.
final class SeatFlicker implements Script {

    private final SeatRush holds;
    private final SeatRush releases;
    private boolean isHeld;

    SeatFlicker(Places places, List<UUID> events) {
        this.holds = new SeatRush(Call.HOLD_AGAIN, places, events, 0);
        this.releases = new SeatRush(Call.RELEASE, places, events, 0);
    }

    @Override
    public boolean ask(int connection, ByteBuffer target) {
        return current().ask(connection, target);
    }

    @Override
    public boolean answered(int connection, int status) {
        boolean isExpected = current().answered(connection, status);
        isHeld = !isHeld;
        return isExpected;
    }

    private SeatRush current() {
        return isHeld ? releases : holds;
    }
}
