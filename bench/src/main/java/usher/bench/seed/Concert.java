package usher.bench.seed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// An evening in a hall, at 100, 50 and 10 dollars.
record Concert(String name, Hall hall, Instant startsAt) {

    private static final List<String> BANDS =
            List.of("The Paper Kites", "Ada and the Engines", "Low Tide", "Marble Arcade");

    /// Each band in each hall, as announced on `today`. Names tell them apart.
    static List<Concert> announcedOn(LocalDate today) {
        List<Concert> concerts = new ArrayList<>();
        for (Hall hall : Hall.all()) {
            for (String band : BANDS) {
                String name = "%s at %s".formatted(band, hall.name());
                concerts.add(new Concert(name, hall, evening(today, concerts.size() + 1, hall)));
            }
        }
        return concerts;
    }

    /// What creates its event at the venue that its hall is. None of its texts needs escaping.
    String body(UUID venue) {
        return """
        {"name":"%s","description":"One night only.","startsAt":"%s","venueId":"%s",\
        "prices":"standard"}\
        """
                .formatted(name, startsAt, venue);
    }

    /// Eight o'clock on a Saturday, by the clocks of the hall.
    private static Instant evening(LocalDate today, int inWeeks, Hall hall) {
        return today.plusWeeks(inWeeks)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                .atTime(LocalTime.of(20, 0))
                .atZone(ZoneId.of(hall.timeZone()))
                .toInstant();
    }
}
