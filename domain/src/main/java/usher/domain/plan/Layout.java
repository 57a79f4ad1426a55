package usher.domain.plan;

import java.util.ArrayList;
import java.util.List;

/// Where the sections and rows of a plan are drawn, in seat widths: `x` to the right, `y` away from
/// the stage. A seat is where its middle is.
///
/// The rows of a section are centred one behind the other, a seat width apart; an aisle is a seat
/// wide. A section that has no position lies behind those before it, centred on `x` = 0. A general
/// admission area is as square as its capacity allows.
public final class Layout {

    /// How much room is left before a section that has no position.
    private static final int GAP = 2;

    /// A section: its leftmost place in front, and how far it reaches.
    public record Area(double x, double y, int width, int depth) {}

    private final Plan plan;
    private final List<Area> areas = new ArrayList<>();

    public Layout(Plan plan) {
        this.plan = plan;
        double behind = 0;
        for (Section section : plan.sections()) {
            Area area = area(section, behind);
            areas.add(area);
            behind = Math.max(behind, area.y() + area.depth() - 1 + GAP);
        }
    }

    /// Where the section with this index lies.
    public Area area(int section) {
        return areas.get(section);
    }

    /// Where the leftmost seat is of a row of the section with this index, the front row being 0.
    public double rowX(int section, int row) {
        Area area = areas.get(section);
        return area.x() + (area.width() - width(plan.sections().get(section), row)) / 2.0;
    }

    private static Area area(Section section, double behind) {
        int width = width(section);
        int depth = depth(section, width);
        Position at = section.at();
        return at == null
                ? new Area(-(width - 1) / 2.0, behind, width, depth)
                : new Area(at.x(), at.y(), width, depth);
    }

    private static int width(Section section) {
        return switch (section) {
            case GeneralAdmission area -> (int) Math.ceil(Math.sqrt(area.capacity()));
            case PlainSection _ -> section.capacity();
            case NumberedSection _ -> {
                int widest = 0;
                for (int row = 0; row < section.rows().count(); row++) {
                    widest = Math.max(widest, width(section, row));
                }
                yield widest;
            }
        };
    }

    private static int depth(Section section, int width) {
        return switch (section) {
            case GeneralAdmission area -> Math.ceilDiv(area.capacity(), width);
            case PlainSection _, NumberedSection _ -> section.rows().count();
        };
    }

    /// How wide a row is: its seats, and the aisles between them.
    private static int width(Section section, int row) {
        int seats = section.rows().length(row);
        return section instanceof NumberedSection numbered
                ? seats + numbered.aisles().where(aisle -> aisle < seats).size()
                : seats;
    }
}
