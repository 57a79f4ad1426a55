package usher.server.http;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Position;
import usher.domain.plan.RowLabels;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;

/// Reads one section of a new event or venue: general admission if it has a `capacity`, else
/// numbered.
final class NewSection {

    private static final Rows NO_ROWS = Rows.equal(1, 1);

    private final Fields fields;
    private final TierReader tiers;

    NewSection(Fields fields, TierReader tiers) {
        this.fields = fields;
        this.tiers = tiers;
    }

    /// The section; null if something is wrong with it.
    @Nullable Section read() {
        String name = fields.text("name", Section.NAME_LENGTH_MAX);
        Tier tier = tiers.read(fields);
        Position at = position();
        Section section =
                fields.has("capacity")
                        ? generalAdmission(name, tier, at)
                        : numbered(name, tier, at);
        fields.refuseUnknown();
        return section;
    }

    private @Nullable Section generalAdmission(String name, Tier tier, @Nullable Position at) {
        int capacity = fields.integer("capacity", 1, Plan.TOTAL_SEATS_MAX);
        return fields.isFine() ? GeneralAdmission.of(name, tier, capacity, at) : null;
    }

    private @Nullable Section numbered(String name, Tier tier, @Nullable Position at) {
        Rows rows = rows();
        RowLabels labels = labels(rows.count());
        int firstSeat = fields.integer("firstSeat", 1, NumberedSection.FIRST_SEAT_MAX, 1);
        SeatSet aisles = aisles(rows.longest() - 1);
        List<String> accessible =
                fields.has("accessible")
                        ? fields.texts("accessible", Plan.TOTAL_SEATS_MAX)
                        : List.of();
        if (!fields.isFine()) return null;
        SeatSet none = SeatSet.none();
        NumberedSection section =
                new NumberedSection(name, tier, rows, labels, firstSeat, aisles, none, at);
        return accessible.isEmpty() ? section : withAccessible(section, accessible);
    }

    private @Nullable Position position() {
        if (!fields.has("x") && !fields.has("y")) return null;
        int max = Position.COORDINATE_MAX;
        return new Position(fields.integer("x", -max, max, 0), fields.integer("y", -max, max, 0));
    }

    private Rows rows() {
        if (fields.has("seatsInRow")) return rowsOneByOne();
        int count = fields.integer("rows", 1, Rows.ROWS_MAX);
        int length = fields.integer("seatsPerRow", 1, Plan.TOTAL_SEATS_MAX);
        if ((long) count * length > Plan.TOTAL_SEATS_MAX) {
            fields.wrong("seatsPerRow", "makes more than 100000 seats in all rows");
            return NO_ROWS;
        }
        return Rows.equal(count, length);
    }

    private Rows rowsOneByOne() {
        int[] lengths = fields.integers("seatsInRow", Rows.ROWS_MAX, 1, Plan.TOTAL_SEATS_MAX);
        long total = 0;
        for (int length : lengths) total += length;
        if (total > Plan.TOTAL_SEATS_MAX) {
            fields.wrong("seatsInRow", "makes more than 100000 seats in all rows");
        }
        return total == 0 || total > Plan.TOTAL_SEATS_MAX ? NO_ROWS : Rows.of(lengths);
    }

    private RowLabels labels(int rows) {
        if (fields.has("rowLabels")) return listedLabels(rows);
        String first = fields.optionalText("firstRow", RowLabels.LENGTH_MAX);
        if (first == null) return RowLabels.letters();
        if (RowLabels.From.isFirst(first)) return new RowLabels.From(first);
        fields.wrong("firstRow", "must be 1 to 3 capital letters, or a number from 1 to 99999");
        return RowLabels.letters();
    }

    private RowLabels listedLabels(int rows) {
        List<String> labels = fields.texts("rowLabels", Rows.ROWS_MAX);
        Set<String> known = new HashSet<>();
        for (int row = 0; row < labels.size(); row++) {
            String label = labels.get(row);
            String field = "rowLabels[%d]".formatted(row);
            if (label.isBlank() || label.length() > RowLabels.LENGTH_MAX) {
                fields.wrong(field, "must have 1 to 10 characters");
            } else if (!known.add(label)) {
                fields.wrong(field, "is the label of another row");
            }
        }
        if (fields.isFine() && labels.size() != rows) {
            fields.wrong("rowLabels", "must be as many as there are rows: %d".formatted(rows));
        }
        return fields.isFine() ? new RowLabels.Listed(labels) : RowLabels.letters();
    }

    private SeatSet aisles(int lastSeat) {
        if (!fields.has("aisles")) return SeatSet.none();
        int[] aisles = fields.integers("aisles", Plan.TOTAL_SEATS_MAX, 1, Math.max(1, lastSeat));
        if (lastSeat == 0) fields.wrong("aisles", "need rows of more than one seat");
        return SeatSet.of(aisles);
    }

    /// `section` with the places of these labels for people in wheelchairs.
    private @Nullable Section withAccessible(NumberedSection section, List<String> labels) {
        Map<String, Integer> rows = section.rowLabels().rows(section.rows().count());
        int[] places = new int[labels.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = section.find(labels.get(i), rows);
            if (places[i] == 0) {
                fields.wrong(
                        "accessible[%d]".formatted(i), "must be the label of a seat, such as A-1");
            }
        }
        return fields.isFine() ? section.withAccessible(SeatSet.of(places)) : null;
    }
}
