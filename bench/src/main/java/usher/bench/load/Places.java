package usher.bench.load;

/// The places of some events, in the order in which a load asks for them.
///
/// @param events how many events
/// @param seatsPerEvent how many seats of each may be asked for, from number 1 on
/// @param isHot whether one event is filled before the next begins; else each request goes to the
///     next event
public record Places(int events, int seatsPerEvent, boolean isHot) {

    static Places parse(Words words) {
        return new Places(
                words.integer("eventCount"),
                words.integer("seatsPerEvent"),
                Boolean.parseBoolean(words.text("hot")));
    }

    /// As [#parse] reads it.
    String words() {
        return "eventCount=%d seatsPerEvent=%d hot=%b".formatted(events, seatsPerEvent, isHot);
    }

    /// How many there are.
    public long count() {
        return (long) events * seatsPerEvent;
    }

    /// The event, counted from 0, of place `n`, counted from 0.
    int event(long n) {
        return (int) (isHot ? n / seatsPerEvent : n % events);
    }

    /// The seat, counted from 1, of place `n`, counted from 0.
    int seat(long n) {
        return (int) (isHot ? n % seatsPerEvent : n / events) + 1;
    }
}
