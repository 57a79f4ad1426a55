package usher.bench.seed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// What is on in the coming months.
final class Programme {

    private static final Venue THEATRE = Venue.theatre();
    private static final Venue ARENA = Venue.arena();
    private static final Venue CLUB = Venue.club();

    private final LocalDate today;

    private Programme(LocalDate today) {
        this.today = today;
    }

    /// The shows, as announced on `today`. Names tell them apart.
    static List<Show> announcedOn(LocalDate today) {
        return new Programme(today).shows();
    }

    private List<Show> shows() {
        return List.of(
                show("The Winter's Tale", "Exit, pursued by a bear.", THEATRE, 1, 68_00),
                show("Late Quartet", "Four friends, one microphone.", CLUB, 2, 24_00),
                show("Seals v Foxes", "Ice hockey, the harbour derby.", ARENA, 3, 45_00),
                show("A Doll's House", "Ibsen, new and on two doors.", THEATRE, 4, 62_00),
                show("Stand-Up Night", "Six comedians, ten minutes each.", CLUB, 5, 18_00),
                show("Northern Lights", "The homecoming tour.", ARENA, 6, 129_00),
                show("Swan Lake", "The ballet, with a live orchestra.", THEATRE, 8, 98_00),
                show("Champions on Ice", "The medallists of the season.", ARENA, 9, 79_00),
                show("Vinyl Only", "Two turntables and no screen.", CLUB, 10, 15_00),
                show("The Cherry Orchard", "Chekhov, with the old trees.", THEATRE, 12, 62_00),
                show("Symphonic Rock", "Eighty players, one drum kit.", ARENA, 14, 89_00),
                show("The Magic Flute", "Mozart, sung in German.", THEATRE, 16, 110_00));
    }

    private Show show(String name, String about, Venue venue, int inWeeks, long fullPrice) {
        String description = "%s At %s.".formatted(about, venue.name());
        return new Show(name, description, venue, evening(inWeeks), fullPrice);
    }

    /// Half past seven (UTC) on a Friday.
    private Instant evening(int inWeeks) {
        return today.plusWeeks(inWeeks)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))
                .atTime(LocalTime.of(19, 30))
                .toInstant(ZoneOffset.UTC);
    }
}
