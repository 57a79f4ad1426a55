package usher.server.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usher.domain.selling.BookingStatus;

/// What nobody heard of is found, and nothing is watched for ever.
final class VigilTest {

    private static final Instant MADE = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant OPENING = MADE.plus(Duration.ofDays(100));

    @Test
    void a_booking_that_waits_for_its_money_is_looked_at_every_minute() {
        assertEquals(in(0, Duration.ofMinutes(1)), next(BookingStatus.PENDING, 0));
    }

    @Test
    void a_confirmed_one_less_often_the_older_it_is_and_a_month_beyond_its_event() {
        assertEquals(in(0, Duration.ofHours(1)), next(BookingStatus.CONFIRMED, 0));
        assertEquals(in(5, Duration.ofHours(12)), next(BookingStatus.CONFIRMED, 5));
        assertEquals(in(129, Duration.ofDays(1)), next(BookingStatus.CONFIRMED, 129));
        assertEquals(OptionalLong.empty(), next(BookingStatus.CONFIRMED, 130));
    }

    @Test
    void an_event_without_a_date_is_over_some_day() {
        Vigil vigil = new Vigil(BookingStatus.CONFIRMED, MADE.toEpochMilli(), null);
        assertEquals(in(399, Duration.ofDays(1)), vigil.next(day(399)));
        assertEquals(OptionalLong.empty(), vigil.next(day(400)));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "FAILED"})
    void money_may_come_late(BookingStatus status) {
        assertEquals(in(2, Duration.ofHours(1)), next(status, 2));
        assertEquals(OptionalLong.empty(), next(status, 3));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "REFUNDED"})
    void what_was_called_off_is_not_watched(BookingStatus status) {
        assertEquals(OptionalLong.empty(), next(status, 0));
    }

    private static OptionalLong next(BookingStatus status, int days) {
        return new Vigil(status, MADE.toEpochMilli(), OPENING).next(day(days));
    }

    private static OptionalLong in(int days, Duration pause) {
        return OptionalLong.of(day(days) + pause.toMillis());
    }

    private static long day(int days) {
        return MADE.plus(Duration.ofDays(days)).toEpochMilli();
    }
}
