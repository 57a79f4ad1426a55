package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Whole visits: each holds a place, books it, pays, and looks at what he has. One visit after the
/// other on each connection, every one by another user at another place.
final class JourneyRush implements Script {

    /// What a visitor does, in this order.
    private enum Step {
        HOLD(200),
        BOOK(201),
        PAY(201),
        LOOK(200);

        private final int expectedStatus;

        Step(int expectedStatus) {
            this.expectedStatus = expectedStatus;
        }
    }

    /// Somebody on his way.
    private static final class Visit {
        private long place;
        private Step step = Step.HOLD;
    }

    private final Places places;
    private final byte[][] events;
    private final Map<Step, RequestForm> requests = new EnumMap<>(Step.class);
    private final Map<Integer, Visit> visits = new HashMap<>();
    private long next;

    /// @param events the ids of as many events as `places` has
    /// @param first the place to begin with, counted from 0
    JourneyRush(Places places, List<UUID> events, long first) {
        this.places = places;
        this.events =
                events.stream()
                        .map(id -> id.toString().getBytes(ISO_8859_1))
                        .toArray(byte[][]::new);
        this.next = first;
        String booking = "{\"id\":\"{booking}\",\"eventId\":\"{event}\",\"seats\":[\"{seat}\"]}";
        requests.put(Step.HOLD, RequestForm.post("/v1/events/{event}/seats/{seat}/hold", ""));
        requests.put(Step.BOOK, RequestForm.post("/v1/bookings", booking));
        requests.put(Step.PAY, RequestForm.post("/v1/payments", "{\"bookingId\":\"{booking}\"}"));
        requests.put(Step.LOOK, RequestForm.get("/v1/bookings/{booking}"));
    }

    @Override
    public long next() {
        return next;
    }

    @Override
    public boolean ask(int connection, ByteBuffer target) {
        Visit visit = visits.computeIfAbsent(connection, _ -> new Visit());
        if (visit.step == Step.HOLD) {
            if (next >= places.count()) return false;
            visit.place = next++;
        }
        RequestForm request = requests.get(visit.step);
        if (request == null) throw new IllegalStateException("no request for " + visit.step);
        request.setSeat(events[places.event(visit.place)], places.seat(visit.place));
        request.setVisitor(SeatRush.number(visit.place));
        request.writeTo(target);
        return true;
    }

    @Override
    public boolean answered(int connection, int status) {
        Visit visit = visits.get(connection);
        if (visit == null) return false;
        boolean isExpected = status == visit.step.expectedStatus;
        visit.step =
                isExpected
                        ? switch (visit.step) {
                            case HOLD -> Step.BOOK;
                            case BOOK -> Step.PAY;
                            case PAY -> Step.LOOK;
                            case LOOK -> Step.HOLD;
                        }
                        : Step.HOLD;
        return isExpected;
    }
}
