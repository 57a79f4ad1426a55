package usher.domain.choosing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;
import usher.domain.UndoLog;
import usher.domain.UserId;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.RowLabels;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatTable;

/// A plan and its free seats, drawn: a line is a row, the front row first.
///
/// `.` is free and `x` taken, `a` and `A` the same of accessible places; `|` is an aisle, drawn in
/// the first row of a section; an empty line stands between sections. A line in round brackets is
/// a section of general admission.
final class Picture {

    private static final String PLACES = ".xaA";

    private final String drawn;
    private final Plan plan;
    private final SeatTable seats;

    private Picture(String drawn) {
        this.drawn = drawn;
        List<Section> sections = new ArrayList<>();
        for (String section : drawn.split("\n\n", -1)) {
            sections.add(section(section, "section " + sections.size()));
        }
        plan = Plan.of(sections);
        seats = new SeatTable(plan.totalSeats(), new UndoLog());
        String places = drawn.replaceAll("[^" + PLACES + "]", "");
        SeatRecord taken = SeatRecord.reserved(new UserId(new UUID(1, 1)), 1);
        for (int i = 0; i < places.length(); i++) {
            if ("xA".indexOf(places.charAt(i)) >= 0) seats.put(i + 1, taken);
        }
    }

    static Picture of(String drawn) {
        return new Picture(drawn.strip());
    }

    /// The best places for a party without wheelchairs; null if there are not enough.
    @Nullable SeatSet choose(int quantity) {
        return choose(quantity, false, _ -> true);
    }

    @Nullable SeatSet choose(int quantity, boolean needAccessible, Predicate<Section> sections) {
        return new BestPlaces(plan).choose(seats.freeAt(0), quantity, needAccessible, sections);
    }

    /// The same place, where the best is found by trying everything.
    SlowChoice slow() {
        return new SlowChoice(
                plan, seat -> seats.get(seat).isFreeAt(0) && !plan.isAccessible(seat));
    }

    /// What this picture becomes when the best places for `quantity` are chosen: they are `O`.
    String best(int quantity) {
        return with(choose(quantity));
    }

    @Override
    public String toString() {
        return drawn;
    }

    /// The picture with `chosen` as `O`.
    String with(@Nullable SeatSet chosen) {
        if (chosen == null) return "nothing";
        StringBuilder shown = new StringBuilder();
        int number = 0;
        for (int i = 0; i < drawn.length(); i++) {
            char c = drawn.charAt(i);
            boolean isPlace = PLACES.indexOf(c) >= 0;
            if (isPlace) number++;
            shown.append(isPlace && chosen.contains(number) ? 'O' : c);
        }
        return shown.toString();
    }

    private static Section section(String drawn, String name) {
        Tier tier = new Tier(name, new Money(0, "EUR"));
        String[] lines = drawn.split("\n", -1);
        if (drawn.startsWith("(")) {
            return GeneralAdmission.of(name, tier, count(lines[0]), null);
        }
        int[] lengths = new int[lines.length];
        for (int row = 0; row < lengths.length; row++) lengths[row] = count(lines[row]);
        String places = drawn.replaceAll("[^" + PLACES + "]", "");
        SeatSet accessible =
                SeatSet.of(
                        IntStream.rangeClosed(1, places.length())
                                .filter(place -> "aA".indexOf(places.charAt(place - 1)) >= 0)
                                .toArray());
        return new NumberedSection(
                name,
                tier,
                Rows.of(lengths),
                new RowLabels.From("A"),
                1,
                aisles(lines[0]),
                accessible,
                null);
    }

    private static SeatSet aisles(String line) {
        List<Integer> aisles = new ArrayList<>();
        int seat = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '|') aisles.add(seat);
            if (PLACES.indexOf(c) >= 0) seat++;
        }
        return SeatSet.of(aisles.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int count(String line) {
        return (int) line.chars().filter(c -> PLACES.indexOf(c) >= 0).count();
    }
}
