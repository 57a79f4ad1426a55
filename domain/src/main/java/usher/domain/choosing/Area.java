package usher.domain.choosing;

import usher.domain.SeatSet;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.PlainSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;

/// A section as somebody sees it who looks for seats side by side: by the numbers of its seats.
final class Area {

    private final Section section;
    private final Rows rows;
    private final SeatSet aisles;
    private final int before;
    private final int rowsBefore;

    private Area(Section section, SeatSet aisles, int before, int rowsBefore) {
        this.section = section;
        this.rows = section.rows();
        this.aisles = aisles;
        this.before = before;
        this.rowsBefore = rowsBefore;
    }

    /// The section of `plan` with this index.
    static Area of(Plan plan, int index) {
        Section section = plan.sections().get(index);
        SeatSet aisles =
                switch (section) {
                    case NumberedSection numbered -> numbered.aisles();
                    case GeneralAdmission _, PlainSection _ -> SeatSet.none();
                };
        return new Area(section, aisles, plan.firstSeat(index) - 1, plan.firstRow(index));
    }

    Section section() {
        return section;
    }

    /// Whether people sit side by side in it, rather than stand where they like.
    boolean hasNeighbours() {
        return !(section instanceof GeneralAdmission);
    }

    /// How many aisles a row may have: neighbours by number between whom nobody sits either.
    int aisles() {
        return aisles.size();
    }

    int firstSeat() {
        return before + 1;
    }

    int lastSeat() {
        return before + rows.total();
    }

    /// The row of `seat`, counted from 0 over all sections.
    int row(int seat) {
        return rowsBefore + rows.rowOf(seat - before);
    }

    int firstInRow(int seat) {
        return before + rows.first(rows.rowOf(seat - before));
    }

    int lastInRow(int seat) {
        return before + rows.last(rows.rowOf(seat - before));
    }

    /// The last seat before an aisle or the end of the row, for whoever walks on from `seat`.
    int lastNeighbour(int seat, int firstInRow, int lastInRow) {
        if (aisles.isEmpty()) return lastInRow;
        int aisle = aisles.next(seat - firstInRow + 1);
        return aisle == 0 ? lastInRow : Math.min(lastInRow, firstInRow + aisle - 1);
    }

    /// Where `seat` is in its row, in half seat widths from the middle; where there are only
    /// numbers, from the first.
    int x(int seat) {
        int place = seat - before;
        if (section instanceof PlainSection) return 2 * (place - 1);
        int row = rows.rowOf(place);
        return 2 * place - rows.first(row) - rows.last(row);
    }
}
