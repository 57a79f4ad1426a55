package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventIdTest {

    private static final EventId EVENT = EventId.of(Scenario.NOON, 0x1234_5678_9ABC_DEFL);

    /// The layout of RFC 9562, section 5.7, bit by bit.
    @Property(seed = "9562")
    void an_id_is_a_version_7_uuid_of_its_moment(
            @ForAll @LongRange(min = 0, max = (1L << 48) - 1) long millis, @ForAll long random) {
        UUID id = EventId.of(millis, random).value();

        assertEquals(millis, id.getMostSignificantBits() >>> 16);
        assertEquals(7, id.getMostSignificantBits() >>> 12 & 0xF);
        assertEquals(0b10, id.getLeastSignificantBits() >>> 62);
        assertEquals(0, id.getLeastSignificantBits() & 0xFFFFF);
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 41, 52, 63})
    void the_random_bits_tell_ids_of_one_moment_apart(int bit) {
        EventId one = EventId.of(Scenario.NOON, 0);
        EventId other = EventId.of(Scenario.NOON, 1L << bit);

        assertNotEquals(one, other);
        assertEquals(1, Long.bitCount(distance(one, other)));
    }

    @Test
    void later_ids_sort_behind_earlier_ones() {
        EventId earlier = EventId.of(Scenario.NOON, -1);
        EventId later = EventId.of(Scenario.NOON + 1, 0);

        assertTrue(earlier.toString().compareTo(later.toString()) < 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100_000, 1_048_575})
    void a_seats_id_alone_tells_its_number_and_its_event(int number) {
        UUID seat = EVENT.seat(number);

        assertEquals(number, EventId.numberIn(seat));
        assertEquals(EVENT, EventId.ofSeat(seat));
        assertTrue(EVENT.owns(seat));
        assertTrue(EventId.isSeatOrEvent(seat));
        assertEquals(7, seat.version());
        assertEquals(2, seat.variant());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_048_576})
    void other_numbers_are_no_seats(int number) {
        assertThrows(IllegalArgumentException.class, () -> EVENT.seat(number));
    }

    @Property(seed = "20")
    void every_number_survives_its_way_through_an_id(
            @ForAll long random, @ForAll @IntRange(min = 1, max = 1_048_575) int number) {
        EventId event = EventId.of(Scenario.NOON, random);

        assertEquals(number, EventId.numberIn(event.seat(number)));
        assertEquals(event, EventId.ofSeat(event.seat(number)));
    }

    @Test
    void an_event_owns_no_seat_of_another() {
        UUID sameMoment = EventId.of(Scenario.NOON, 1).seat(1);
        UUID sameRandom = EventId.of(Scenario.NOON + 1, 0x1234_5678_9ABC_DEFL).seat(1);

        assertFalse(EVENT.owns(sameMoment));
        assertFalse(EVENT.owns(sameRandom));
    }

    @Test
    void a_seats_id_is_not_the_id_of_an_event() {
        assertThrows(IllegalArgumentException.class, () -> new EventId(EVENT.seat(1)));
        assertEquals(0, EventId.numberIn(EVENT.value()));
        assertEquals(EVENT.value().toString(), EVENT.toString());
    }

    @Test
    void what_is_no_uuid_of_version_7_is_nobodys_id() {
        UUID version4 = UUID.fromString("01900000-0000-4000-8000-000000000000");
        UUID otherVariant = UUID.fromString("01900000-0000-7000-c000-000000000000");

        for (UUID id : new UUID[] {version4, otherVariant, new UUID(0, 0)}) {
            assertFalse(EventId.isSeatOrEvent(id));
            assertThrows(IllegalArgumentException.class, () -> new EventId(id));
            assertThrows(IllegalArgumentException.class, () -> EventId.ofSeat(id));
        }
    }

    private static long distance(EventId one, EventId other) {
        UUID a = one.value();
        UUID b = other.value();
        return (a.getMostSignificantBits() ^ b.getMostSignificantBits())
                | (a.getLeastSignificantBits() ^ b.getLeastSignificantBits());
    }
}
