package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/// Books the best places of one event after the other by quantity, each time for another user.
final class OrderRush implements Script {

    private static final int CREATED = 201;

    private final RequestForm request;
    private final byte[][] events;
    private long next;

    /// @param tier whose places are booked, of every event
    /// @param first the user to begin with, counted from 0
    OrderRush(List<UUID> events, String tier, int quantity, long first) {
        String body =
                "{\"id\":\"{booking}\",\"eventId\":\"{event}\",\"tickets\":{\"%s\":%d}}"
                        .formatted(tier, quantity);
        this.request = RequestForm.post("/v1/bookings", body);
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
        request.setSeat(events[(int) (next % events.length)], 0);
        request.setVisitor(SeatRush.number(next));
        request.writeTo(target);
        next++;
        return true;
    }

    @Override
    public boolean answered(int connection, int status) {
        return status == CREATED;
    }
}
