package usher.domain.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;

/// Seats in rows that are centred one behind the other, with labels such as `B-12`.
///
/// @param name 1 to 100 characters
/// @param rowLabels one for each row at least
/// @param firstSeat the number on the leftmost seat of each row, 1 to 9999
/// @param aisles the seats of a row, counted from 1 at its left end, behind which an aisle runs
/// @param accessible which places are for people in wheelchairs
public record NumberedSection(
        String name,
        Tier tier,
        Rows rows,
        RowLabels rowLabels,
        int firstSeat,
        SeatSet aisles,
        SeatSet accessible,
        @Nullable Position at)
        implements Section {

    public static final int FIRST_SEAT_MAX = 9_999;

    public NumberedSection {
        Section.requireName("name", name);
        if (firstSeat < 1 || firstSeat > FIRST_SEAT_MAX) {
            throw new IllegalArgumentException("firstSeat must be 1 to 9999: " + firstSeat);
        }
        if (rowLabels instanceof RowLabels.Listed(var all) && all.size() != rows.count()) {
            throw new IllegalArgumentException("there must be as many row labels as rows");
        }
        int longest = rows.longest();
        if (!aisles.allMatch(seat -> seat >= 1 && seat < longest)) {
            throw new IllegalArgumentException("an aisle must run between two seats of a row");
        }
        int total = rows.total();
        if (!accessible.allMatch(place -> place >= 1 && place <= total)) {
            throw new IllegalArgumentException("an accessible place does not exist");
        }
    }

    /// Rows from A on, without aisles and accessible seats.
    public static NumberedSection of(String name, Tier tier, Rows rows) {
        SeatSet none = SeatSet.none();
        return new NumberedSection(name, tier, rows, RowLabels.letters(), 1, none, none, null);
    }

    /// The same, with other places for people in wheelchairs.
    public NumberedSection withAccessible(SeatSet places) {
        return new NumberedSection(name, tier, rows, rowLabels, firstSeat, aisles, places, at);
    }

    @Override
    public NumberedSection in(Tier another) {
        return new NumberedSection(
                name, another, rows, rowLabels, firstSeat, aisles, accessible, at);
    }

    @Override
    public String label(int place) {
        int row = rows.rowOf(place);
        return rowLabels.label(row) + "-" + (firstSeat + place - rows.first(row));
    }

    @Override
    public boolean hasAisleAfter(int place) {
        if (aisles.isEmpty()) return false;
        int row = rows.rowOf(place);
        return place < rows.last(row) && aisles.contains(place - rows.first(row) + 1);
    }

    @Override
    public boolean isAccessible(int place) {
        return accessible.contains(place);
    }

    /// The place whose label is `label`; 0 if there is none.
    ///
    /// @param rowsByLabel the rows of this section, from [RowLabels#rows]
    public int find(String label, Map<String, Integer> rowsByLabel) {
        int dash = label.lastIndexOf('-');
        Integer row = dash < 0 ? null : rowsByLabel.get(label.substring(0, dash));
        String seat = label.substring(dash + 1);
        if (row == null || !seat.matches("[1-9][0-9]{0,5}")) return 0;
        int index = Integer.parseInt(seat) - firstSeat;
        return index >= 0 && index < rows.length(row) ? rows.first(row) + index : 0;
    }
}
