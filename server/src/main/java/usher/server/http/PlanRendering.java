package usher.server.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Layout;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.PlainSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.domain.seating.States;
import usher.ledger.JsonBytes;

/// The plan of an event: what to draw, and what each place is called and costs. Never changes.
///
/// Compact: a row says what all of its seats are, an area what all of its places are.
record PlanRendering() implements SeatRendering {

    private static final int BYTES = 4096;

    /// What is rendered, and how: another release may do it in another way.
    private static final String TAG = "plan-1";

    private static final Map<String, String> HEADERS =
            Map.of(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");

    @Override
    public byte[] render(EventId event, States states) {
        Plan plan = states.plan();
        JsonBytes json = new JsonBytes(BYTES).beginObject();
        json.field("eventId").value(event.value());
        json.field("totalSeats").value(plan.totalSeats());
        Shapes.tiers(json.field("tiers"), plan);
        writeSections(json.field("sections"), plan);
        return json.endObject().toByteArray();
    }

    /// What to draw, section by section.
    static void writeSections(JsonBytes json, Plan plan) {
        json.beginArray();
        Layout layout = new Layout(plan);
        for (int index = 0; index < plan.sections().size(); index++) {
            writeSection(json, plan, layout, index);
        }
        json.endArray();
    }

    @Override
    public boolean isEverlasting() {
        return true;
    }

    @Override
    public String tag(long version) {
        return TAG;
    }

    @Override
    public Map<String, String> headers(long version) {
        return HEADERS;
    }

    private static void writeSection(JsonBytes json, Plan plan, Layout layout, int index) {
        Section section = plan.sections().get(index);
        json.beginObject();
        String name = section.name();
        if (name != null) json.field("name").value(name);
        @Nullable Tier tier = section.tier();
        if (tier != null) json.field("tier").value(tier.name());
        json.field("firstNumber").value(plan.firstSeat(index));
        json.field("capacity").value(section.capacity());
        Layout.Area area = layout.area(index);
        writeNumber(json.field("x"), area.x());
        writeNumber(json.field("y"), area.y());
        json.field("width").value(area.width()).field("depth").value(area.depth());
        switch (section) {
            case NumberedSection numbered -> {
                writeSeats(json, numbered, plan.firstSeat(index) - 1);
                writeRows(json, numbered, layout, index, plan.firstSeat(index) - 1);
            }
            case GeneralAdmission _, PlainSection _ -> {}
        }
        json.endObject();
    }

    private static void writeSeats(JsonBytes json, NumberedSection section, int before) {
        json.field("firstSeat").value(section.firstSeat());
        writeNumbers(json.field("aisles"), section.aisles(), 0);
        writeNumbers(json.field("accessible"), section.accessible(), before);
    }

    private static void writeRows(
            JsonBytes json, NumberedSection section, Layout layout, int index, int before) {
        Rows rows = section.rows();
        json.field("rows").beginArray();
        for (int row = 0; row < rows.count(); row++) {
            json.beginObject().field("label").value(section.rowLabels().label(row));
            json.field("firstNumber").value(before + rows.first(row));
            json.field("seats").value(rows.length(row));
            writeNumber(json.field("x"), layout.rowX(index, row));
            writeNumber(json.field("y"), layout.area(index).y() + row);
            json.endObject();
        }
        json.endArray();
    }

    private static void writeNumbers(JsonBytes json, SeatSet numbers, int added) {
        json.beginArray();
        for (int i = 0; i < numbers.size(); i++) json.value(numbers.get(i) + added);
        json.endArray();
    }

    /// A whole number, or one and a half.
    private static void writeNumber(JsonBytes json, double number) {
        long whole = (long) number;
        json.ascii(whole == number ? Long.toString(whole) : Double.toString(number));
    }
}
