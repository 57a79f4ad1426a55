package usher.server.tickets;

import java.time.Instant;
import java.util.List;
import usher.domain.selling.CheckIn;
import usher.ledger.JsonBytes;
import usher.server.http.Places;
import usher.server.http.Timestamps;

/// Tickets in JSON.
final class TicketJson {

    private static final int TICKET_BYTES = 1024;

    private TicketJson() {}

    static byte[] one(Ticket ticket) {
        return write(new JsonBytes(TICKET_BYTES), ticket).toByteArray();
    }

    static byte[] list(List<Ticket> tickets) {
        JsonBytes json = new JsonBytes(TICKET_BYTES * (tickets.size() + 1));
        json.beginObject().field("items").beginArray();
        for (Ticket ticket : tickets) write(json, ticket);
        return json.endArray().endObject().toByteArray();
    }

    private static JsonBytes write(JsonBytes json, Ticket ticket) {
        json.beginObject();
        json.field("code").plain(ticket.code());
        json.field("status").plain(ticket.status().word());
        CheckIn checkIn = ticket.checkIn();
        if (checkIn != null) Timestamps.write(json.field("checkedInAt"), checkIn.atMillis());
        json.field("bookingId").value(ticket.booking().id().value());
        json.field("eventId").value(ticket.event().id().value());
        json.field("eventName").value(ticket.now().name());
        Instant startsAt = ticket.now().startsAt();
        if (startsAt != null) Timestamps.write(json.field("startsAt"), startsAt.toEpochMilli());
        json.field("seatId").value(ticket.event().id().seat(ticket.seat()));
        json.field("number").value(ticket.seat());
        Places.write(json, ticket.event().plan(), ticket.seat());
        return json.endObject();
    }
}
