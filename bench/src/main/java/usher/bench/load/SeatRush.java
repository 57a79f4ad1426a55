package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/// Asks for one place after the other, each for another user.
///
/// Place n is always asked for by the same user, so what one load held another can reserve; only
/// who is to be refused is another one.
public final class SeatRush implements Script {

    private static final long USER_MASK = (1L << 48) - 1;

    /// Odd, so that multiplying by it gives every number another one, which looks like chance.
    private static final long SCATTER = 0x9E37_79B9_7F4BL;

    private final Call call;
    private final Places places;
    private final SeatRequest request;
    private final byte[][] events;
    private long next;

    /// @param events the ids of as many events as `places` has
    /// @param first the place to begin with, counted from 0
    public SeatRush(Call call, Places places, List<UUID> events, long first) {
        if (events.size() != places.events()) {
            throw new IllegalArgumentException(events.size() + " events for " + places);
        }
        this.call = call;
        this.places = places;
        this.request = SeatRequest.of(call);
        this.events =
                events.stream()
                        .map(id -> id.toString().getBytes(ISO_8859_1))
                        .toArray(byte[][]::new);
        this.next = first;
    }

    /// The user who asks for place `n`.
    public static UUID user(long n) {
        return SeatRequest.user(number(n));
    }

    /// The place that comes next.
    @Override
    public long next() {
        return next;
    }

    @Override
    public boolean ask(int connection, ByteBuffer target) {
        if (next >= places.count() && !call.isRepeatable()) return false;
        long n = next++ % places.count();
        request.setEvent(events[places.event(n)]);
        request.setSeat(places.seat(n));
        request.setUser(number(call == Call.REFUSED_HOLD ? n + 1 : n));
        request.writeTo(target);
        return true;
    }

    @Override
    public boolean answered(int connection, int status) {
        return status == call.expectedStatus();
    }

    /// The number of the user who comes `n`th.
    static long number(long n) {
        return (n * SCATTER) & USER_MASK;
    }
}
