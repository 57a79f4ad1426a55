package usher.server.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.ledger.JsonBytes;

/// Writes what is known of a place beside its number: `label`, `section`, `tier`, `price`.
///
/// Fast for one place after the other: what neighbours share is written once and copied. Not
/// thread-safe.
public final class Places {

    private final Plan plan;
    private final JsonBytes buffer = new JsonBytes(256);
    /// The seats of the current row, and what stands on their tickets before their numbers.
    private int firstInRow;
    private int lastInRow;
    private int firstNumberInRow;
    private byte[] labelBegin = {};
    /// The fields that all places of the current section share, without the first comma.
    private byte[] shared = {};
    private @Nullable Section current;

    Places(Plan plan) {
        this.plan = plan;
    }

    /// Writes the fields of `seat` alone.
    public static void write(JsonBytes json, Plan plan, int seat) {
        String label = plan.label(seat);
        if (label != null) json.field("label").value(label);
        writeSection(json, plan.section(seat));
    }

    /// Writes the fields of `seat`, quickest if it is in the row of the last one.
    void write(JsonBytes json, int seat) {
        if (plan.isPlain()) return;
        if (seat < firstInRow || seat > lastInRow) enterRow(seat);
        String number = Integer.toString(firstNumberInRow + seat - firstInRow);
        json.field("label").raw(labelBegin).ascii(number).put('"').put(',').raw(shared);
    }

    static void writePrice(JsonBytes json, Money price) {
        json.beginObject().field("amount").value(price.amount());
        json.field("currency").plain(price.currency()).endObject();
    }

    private static void writeSection(JsonBytes json, Section section) {
        String name = section.name();
        if (name != null) json.field("section").value(name);
        Tier tier = section.tier();
        if (tier == null) return;
        json.field("tier").value(tier.name());
        writePrice(json.field("price"), tier.price());
    }

    private void enterRow(int seat) {
        int index = plan.sectionIndex(seat);
        Section section = plan.sections().get(index);
        int offset = plan.firstSeat(index) - 1;
        int row = section.rows().rowOf(seat - offset);
        firstInRow = offset + section.rows().first(row);
        lastInRow = offset + section.rows().last(row);
        firstNumberInRow = section instanceof NumberedSection s ? s.firstSeat() : 1;
        buffer.clear().value(labelBegin(section, row));
        labelBegin = Arrays.copyOf(buffer.array(), buffer.size() - 1);
        if (section == current) return;
        current = section;
        buffer.clear();
        writeSection(buffer, section);
        shared = buffer.toByteArray();
    }

    private static String labelBegin(Section section, int row) {
        return section instanceof NumberedSection s
                ? s.rowLabels().label(row) + "-"
                : section.name() + "-";
    }
}
