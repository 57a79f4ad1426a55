package usher.server.door;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import usher.domain.event.EventDefinition;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.selling.CheckIn;
import usher.ledger.JsonBytes;
import usher.server.http.CsvRow;
import usher.server.http.CsvTable;
import usher.server.http.Places;
import usher.server.http.Timestamps;

/// A page of the door list as an answer: as JSON or as CSV.
final class DoorAnswer {

    private static final int LINE_BYTES = 512;
    private static final String COLUMNS =
            "number,label,section,tier,status,checkedInAt,bookingId,userId";

    private DoorAnswer() {}

    static Response of(DoorPage page, BookingWalk.End end, boolean isCsv) {
        String cursor = page.cursorAfter(end);
        return isCsv ? csv(page, end.event(), cursor) : json(page, end, cursor);
    }

    private static Response json(DoorPage page, BookingWalk.End end, @Nullable String cursor) {
        EventDefinition event = end.event();
        JsonBytes json = new JsonBytes(LINE_BYTES * (page.lines().size() + 1)).beginObject();
        json.field("tickets").value(end.tickets());
        json.field("checkedIn").value(end.checkedIn());
        json.field("items").beginArray();
        for (DoorPage.Line line : page.lines()) {
            json.beginObject();
            json.field("seatId").value(event.id().seat(line.seat()));
            json.field("number").value(line.seat());
            Places.write(json, event.plan(), line.seat());
            json.field("status").plain(status(line));
            CheckIn checkIn = line.checkIn();
            if (checkIn != null) {
                Timestamps.write(json.field("checkedInAt"), checkIn.atMillis());
            }
            json.field("bookingId").value(line.booking().id().value());
            json.field("userId").value(line.booking().user().value());
            json.endObject();
        }
        json.endArray();
        if (cursor != null) json.field("nextCursor").plain(cursor);
        return Response.ok(json.endObject().toByteArray())
                .header("Content-Type", "application/json")
                .header("Vary", "Accept")
                .build();
    }

    private static Response csv(DoorPage page, EventDefinition event, @Nullable String cursor) {
        CsvTable table = new CsvTable(COLUMNS);
        Plan plan = event.plan();
        for (DoorPage.Line line : page.lines()) {
            Tier tier = plan.tier(line.seat());
            CheckIn checkIn = line.checkIn();
            CsvRow row =
                    table.row()
                            .cell(line.seat())
                            .cell(plan.label(line.seat()))
                            .cell(plan.section(line.seat()).name())
                            .cell(tier == null ? null : tier.name())
                            .cell(status(line));
            if (checkIn == null) row.cell(null);
            else row.moment(checkIn.atMillis());
            row.cell(line.booking().id().toString());
            row.cell(line.booking().user().toString()).end();
        }
        String next = cursor == null ? null : page.addressAfter(event.id(), cursor);
        return table.answer("door-" + event.id(), next);
    }

    private static String status(DoorPage.Line line) {
        return line.checkIn() == null ? "valid" : "checked-in";
    }
}
