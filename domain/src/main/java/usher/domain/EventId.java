package usher.domain;

import java.util.UUID;

/// The id of an event: a UUIDv7 ([RFC 9562,
/// 5.7](https://www.rfc-editor.org/rfc/rfc9562#section-5.7)) whose 20 lowest bits are zero.
///
/// A seat's id is its event's id with the seat number in those bits, so a seat id alone tells its
/// event, and nothing is stored per seat.
public record EventId(UUID value) {

    /// How many of the lowest bits of a seat's id hold its number.
    public static final int SEAT_BITS = 20;

    private static final long SEAT_MASK = (1L << SEAT_BITS) - 1;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
    private static final long VERSION_7 = 0x7000L;

    public EventId {
        if (!isSeatOrEvent(value) || numberIn(value) != 0) {
            throw new IllegalArgumentException("not the id of an event: " + value);
        }
    }

    /// The id of an event created at `epochMillis` (48 bits), told apart by 54 bits of `random`.
    public static EventId of(long epochMillis, long random) {
        long high = (epochMillis << 16) | VERSION_7 | (random >>> 52);
        long low = VARIANT | ((random << SEAT_BITS) & ~VARIANT_MASK & ~SEAT_MASK);
        return new EventId(new UUID(high, low));
    }

    /// Whether `id` can be the id of an event or of one of its seats.
    public static boolean isSeatOrEvent(UUID id) {
        return id.version() == 7 && (id.getLeastSignificantBits() & VARIANT_MASK) == VARIANT;
    }

    /// The event that the seat (or event) `id` belongs to.
    ///
    /// @throws IllegalArgumentException if `id` is no UUIDv7
    public static EventId ofSeat(UUID id) {
        long low = id.getLeastSignificantBits() & ~SEAT_MASK;
        return new EventId(new UUID(id.getMostSignificantBits(), low));
    }

    /// The seat number, 0 to 1,048,575, in the lowest bits of `id`; 0 in an event's own id.
    public static int numberIn(UUID id) {
        return (int) (id.getLeastSignificantBits() & SEAT_MASK);
    }

    /// Whether `id` is the id that a seat of this event would have.
    public boolean owns(UUID id) {
        return id.getMostSignificantBits() == value.getMostSignificantBits()
                && (id.getLeastSignificantBits() & ~SEAT_MASK) == value.getLeastSignificantBits();
    }

    /// The id of seat `number` (1 to 1,048,575) of this event.
    public UUID seat(int number) {
        if (number < 1 || number > SEAT_MASK) {
            throw new IllegalArgumentException("no seat has the number " + number);
        }
        return new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() | number);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
