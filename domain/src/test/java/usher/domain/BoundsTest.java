package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.domain.Scenario.NOON;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.plan.Plan;

/// Whatever is given to the domain has bounds, and what is outside does not come in.
final class BoundsTest {

    private static final Instant DAY = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, 1",
        "3600, 100, 1000, 100000, 60",
    })
    void a_policy_may_be_as_small_and_as_large_as_this(
            int holdSeconds, int refreshes, int held, int seats, int minutes) {
        Policy policy = new Policy(holdSeconds, refreshes, held, seats, minutes);

        assertEquals(1000L * holdSeconds, policy.holdMillis(0));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 1, 'holdSeconds must be 1 to 3600, not 0'",
        "3601, 0, 0, 0, 1, 'holdSeconds must be 1 to 3600, not 3601'",
        "1, -1, 0, 0, 1, 'refreshesMax must be 0 to 100, not -1'",
        "1, 101, 0, 0, 1, 'refreshesMax must be 0 to 100, not 101'",
        "1, 0, -1, 0, 1, 'heldSeatsPerUser must be 0 to 1000, not -1'",
        "1, 0, 1001, 0, 1, 'heldSeatsPerUser must be 0 to 1000, not 1001'",
        "1, 0, 0, -1, 1, 'seatsPerUser must be 0 to 100000, not -1'",
        "1, 0, 0, 100001, 1, 'seatsPerUser must be 0 to 100000, not 100001'",
        "1, 0, 0, 0, 0, 'bookingMinutes must be 1 to 60, not 0'",
        "1, 0, 0, 0, 61, 'bookingMinutes must be 1 to 60, not 61'",
    })
    void a_policy_says_what_it_does_not_allow(
            int holdSeconds, int refreshes, int held, int seats, int minutes, String why) {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Policy(holdSeconds, refreshes, held, seats, minutes));
        assertEquals(why, refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void an_event_has_seats(int seats) {
        assertEquals(seats, event("x", null, seats, null, null).totalSeats());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void but_not_none_and_not_too_many(int seats) {
        refused("totalSeats must be 1 to 100000: " + seats, "x", null, seats, null, null);
    }

    @Test
    void an_event_has_a_name_of_up_to_200_characters() {
        assertEquals(200, event("x".repeat(200), null, 1, null, null).details().name().length());
        String why = "name must have 1 to 200 characters";
        refused(why, "x".repeat(201), null, 1, null, null);
        refused(why, "", null, 1, null, null);
        refused(why, " \t", null, 1, null, null);
    }

    @Test
    void an_event_is_described_in_up_to_5000_characters() {
        String longest = "x".repeat(5000);
        assertEquals(longest, event("x", longest, 1, null, null).details().description());
        String why = "description must have at most 5000 characters";
        refused(why, "x", "x".repeat(5001), 1, null, null);
    }

    @Test
    void sales_begin_before_they_end() {
        assertEquals(DAY, event("x", null, 1, DAY, DAY.plusNanos(1)).details().salesFrom());
        refused("salesFrom must be before salesUntil", "x", null, 1, DAY, DAY);
        refused("salesFrom must be before salesUntil", "x", null, 1, DAY, DAY.minusNanos(1));
    }

    @Test
    void times_are_such_as_can_be_written_and_counted_in_milliseconds() {
        Instant first = Instant.parse("0000-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
        assertTrue(event("x", null, 1, first, last).details().isStartedBy(NOON));
        String why = " must be in the years 0 to 9999";
        refused("salesFrom" + why, "x", null, 1, first.minusNanos(1), null);
        refused("salesUntil" + why, "x", null, 1, null, last.plusNanos(1));
        refused("salesUntil" + why, "x", null, 1, null, Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0190-Az~!",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void a_request_has_an_id_of_printable_ascii(String id) {
        assertTrue(Cause.isRequestId(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\"b",
                "a\\b",
                "a\nb",
                "\u007f",
                "ä",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void anything_else_is_no_requests_id(String id) {
        assertFalse(Cause.isRequestId(id));
        assertThrows(IllegalArgumentException.class, () -> Cause.system(NOON, id));
    }

    @Test
    void what_the_system_does_no_user_asked_for() {
        UserId ann = Person.ANN.user();
        Cause asked = Cause.of(NOON, ann, "request");

        assertEquals(ann, asked.user());
        assertThrows(IllegalStateException.class, () -> asked.bySystem().user());
        assertEquals(new UUID(1, 1).toString(), ann.toString());
    }

    private static EventDefinition event(
            String name,
            @Nullable String description,
            int seats,
            @Nullable Instant from,
            @Nullable Instant until) {
        return new EventDefinition(
                EventId.of(NOON, 1),
                new EventDetails(name, description, null, from, until, Policy.DEFAULT),
                Plan.plain(seats),
                DAY);
    }

    private static void refused(
            String why,
            String name,
            @Nullable String description,
            int seats,
            @Nullable Instant from,
            @Nullable Instant until) {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> event(name, description, seats, from, until));
        assertEquals(why, refused.getMessage());
    }
}
