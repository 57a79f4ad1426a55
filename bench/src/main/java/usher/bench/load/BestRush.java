package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/// Asks one event after the other for its best seats, each time for another user.
final class BestRush implements Script {

    private static final int OK = 200;

    private final SeatRequest request;
    private final byte[][] events;
    private long next;

    /// @param first the user to begin with, counted from 0
    BestRush(List<UUID> events, int quantity, long first) {
        this.request = SeatRequest.ofBest(quantity);
        this.events =
                events.stream()
                        .map(id -> id.toString().getBytes(ISO_8859_1))
                        .toArray(byte[][]::new);
        this.next = first;
    }

    @Override
    public long next() {
        return next;
    }

    @Override
    public boolean ask(int connection, ByteBuffer target) {
        request.setEvent(events[(int) (next % events.length)]);
        request.setUser(SeatRush.number(next));
        request.writeTo(target);
        next++;
        return true;
    }

    @Override
    public boolean answered(int connection, int status) {
        return status == OK;
    }
}
