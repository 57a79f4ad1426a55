package usher.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.ledger.JsonBytes;

final class TimestampsTest {

    private static final DateTimeFormatter OTHER =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    @Test
    void every_moment_of_ten_thousand_years_is_written_as_java_time_writes_it() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) agrees(random.nextLong(FIRST, LAST + 1));
    }

    @Test
    void every_day_of_eight_hundred_years_is_written_as_java_time_writes_it() {
        long day = Instant.parse("1600-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("2400-01-01T00:00:00Z").toEpochMilli();
        for (; day < last; day += 86_400_000) {
            agrees(day);
            agrees(day - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00.000Z",
                "0000-02-29T23:59:59.999Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00.000Z",
                "2000-02-29T12:34:56.789Z",
                "2100-03-01T00:00:00.001Z",
                "9999-12-31T23:59:59.999Z"
            })
    void the_edges_are_written_as_they_are_read(String time) {
        assertEquals(time, written(Instant.parse(time).toEpochMilli()));
    }

    private static void agrees(long millis) {
        assertEquals(OTHER.format(Instant.ofEpochMilli(millis)), written(millis));
    }

    private static String written(long millis) {
        JsonBytes json = new JsonBytes(32);
        Timestamps.write(json, millis);
        return json.toString().replace("\"", "");
    }
}
