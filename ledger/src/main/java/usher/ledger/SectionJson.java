package usher.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.PlainSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Position;
import usher.domain.plan.RowLabels;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;

/// The sections of an event as JSON; what is as usual is left out.
///
/// A section with `"capacity"` is general admission, one with `"rows"` or `"seatsInRow"` is
/// numbered. Accessible places are numbers within the section.
final class SectionJson {

    private static final String USUAL_FIRST_ROW = "A";

    private SectionJson() {}

    static void write(Plan plan, JsonBytes out) {
        write(plan, true, out);
    }

    /// The sections of a venue: their tiers have no prices yet.
    static void writeUnpriced(Plan plan, JsonBytes out) {
        write(plan, false, out);
    }

    private static void write(Plan plan, boolean priced, JsonBytes out) {
        out.beginArray();
        for (Section section : plan.sections()) {
            switch (section) {
                case NumberedSection s -> write(s, priced, out);
                case GeneralAdmission s -> write(s, priced, out);
                case PlainSection s ->
                        throw new IllegalArgumentException("not to be written as a section: " + s);
            }
        }
        out.endArray();
    }

    static Plan read(JsonReader json) {
        return read(json, true);
    }

    static Plan readUnpriced(JsonReader json) {
        return read(json, false);
    }

    private static Plan read(JsonReader json, boolean priced) {
        List<Section> sections = new ArrayList<>();
        for (boolean more = json.beginArray(); more; more = json.nextElement()) {
            sections.add(Draft.read(json).section(priced));
        }
        return Plan.of(sections);
    }

    private static void write(NumberedSection section, boolean priced, JsonBytes out) {
        begin(section.name(), section.tier(), priced, out);
        write(section.rows(), out);
        switch (section.rowLabels()) {
            case RowLabels.From(String first) -> {
                if (!first.equals(USUAL_FIRST_ROW)) out.field("firstRow").plain(first);
            }
            case RowLabels.Listed(List<String> all) -> JsonLists.write(all, out.field("rowLabels"));
        }
        if (section.firstSeat() != 1) out.field("firstSeat").value(section.firstSeat());
        if (!section.aisles().isEmpty()) SeatsJson.write(section.aisles(), out.field("aisles"));
        if (!section.accessible().isEmpty()) {
            SeatsJson.write(section.accessible(), out.field("accessible"));
        }
        end(section.at(), out);
    }

    private static void write(GeneralAdmission section, boolean priced, JsonBytes out) {
        begin(section.name(), section.tier(), priced, out);
        out.field("capacity").value(section.capacity());
        end(section.at(), out);
    }

    private static void begin(String name, Tier tier, boolean priced, JsonBytes out) {
        out.beginObject();
        out.field("name").value(name);
        out.field("tier").value(tier.name());
        if (priced) MoneyJson.write(tier.price(), out.field("price"));
    }

    private static void end(@Nullable Position at, JsonBytes out) {
        if (at != null) out.field("x").value(at.x()).field("y").value(at.y());
        out.endObject();
    }

    private static void write(Rows rows, JsonBytes out) {
        if (rows.areEqual()) {
            out.field("rows").value(rows.count()).field("seatsPerRow").value(rows.length(0));
            return;
        }
        out.field("seatsInRow").beginArray();
        for (int row = 0; row < rows.count(); row++) out.value(rows.length(row));
        out.endArray();
    }

    /// What was read of one section so far.
    private static final class Draft {

        private final FieldsSeen seen = new FieldsSeen();
        private @Nullable String name;
        private @Nullable String tier;
        private @Nullable Money price;
        private int capacity;
        private int rows;
        private int seatsPerRow;
        private int @Nullable [] seatsInRow;
        private RowLabels rowLabels = RowLabels.letters();
        private int firstSeat = 1;
        private SeatSet aisles = SeatSet.none();
        private SeatSet accessible = SeatSet.none();
        private @Nullable Integer x;
        private int y;

        private static Draft read(JsonReader json) {
            Draft draft = new Draft();
            for (boolean more = json.beginObject(); more; more = json.nextField()) {
                Field field = json.name(Field.WORDS);
                if (field != null) draft.seen.add(field);
                draft.readField(field, json);
            }
            return draft;
        }

        private void readField(@Nullable Field field, JsonReader json) {
            switch (field) {
                case NAME -> name = json.stringValue();
                case TIER -> tier = json.stringValue();
                case PRICE -> price = MoneyJson.read(json);
                case CAPACITY -> capacity = json.intValue();
                case ROWS -> rows = json.intValue();
                case SEATS_PER_ROW -> seatsPerRow = json.intValue();
                case SEATS_IN_ROW -> seatsInRow = JsonLists.numbers(json);
                case FIRST_ROW -> rowLabels = new RowLabels.From(json.stringValue());
                case ROW_LABELS -> rowLabels = new RowLabels.Listed(JsonLists.texts(json));
                case FIRST_SEAT -> firstSeat = json.intValue();
                case AISLES -> aisles = SeatsJson.read(json);
                case ACCESSIBLE -> accessible = SeatsJson.read(json);
                case X -> x = json.intValue();
                case Y -> y = json.intValue();
                case null, default -> json.skipValue();
            }
        }

        private Section section(boolean priced) {
            String called = FieldsSeen.require(Field.NAME, name);
            String tierName = FieldsSeen.require(Field.TIER, tier);
            Tier sold =
                    priced
                            ? new Tier(tierName, FieldsSeen.require(Field.PRICE, price))
                            : Tier.unpriced(tierName);
            @Nullable Position at = x == null ? null : new Position(x, y);
            return seen.has(Field.CAPACITY)
                    ? GeneralAdmission.of(called, sold, capacity, at)
                    : new NumberedSection(
                            called, sold, rows(), rowLabels, firstSeat, aisles, accessible, at);
        }

        private Rows rows() {
            if (seatsInRow != null) return Rows.of(seatsInRow);
            int count = seen.require(Field.ROWS, rows);
            return Rows.equal(count, seen.require(Field.SEATS_PER_ROW, seatsPerRow));
        }
    }
}
