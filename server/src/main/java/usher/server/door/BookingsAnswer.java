package usher.server.door;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.plan.Money;
import usher.domain.plan.Plan;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.Payment;
import usher.ledger.JsonBytes;
import usher.server.http.CsvRow;
import usher.server.http.CsvTable;
import usher.server.http.Shapes;
import usher.server.people.Contact;
import usher.server.people.People;
import usher.server.people.PeopleResource;
import usher.server.people.Person;

/// A page of the bookings of an event as an answer, with what is known of the people. Blocks.
final class BookingsAnswer {

    private static final int BOOKING_BYTES = 2048;
    private static final String COLUMNS =
            "id,status,userId,name,email,language,seats,labels,amount,currency,payment,createdAt";

    private final BookingsPage page;
    private final EventDefinition event;
    private final @Nullable String cursor;
    private final People people;

    BookingsAnswer(BookingsPage page, BookingWalk.End end, People people) {
        this.page = page;
        this.event = end.event();
        this.cursor = end.position() == BookingWalk.START ? null : Integer.toString(end.position());
        this.people = people;
    }

    Response json() {
        JsonBytes json = new JsonBytes(BOOKING_BYTES).beginObject().field("items").beginArray();
        for (Booking booking : page.found()) {
            Shapes.beginBooking(json, event, booking);
            Contact contact = people.find(event.id(), booking);
            if (contact != null) {
                json.field("contact").beginObject();
                PeopleResource.write(json, contact.person());
                json.endObject();
            }
            json.endObject();
        }
        json.endArray();
        if (cursor != null) json.field("nextCursor").plain(cursor);
        return Response.ok(json.endObject().toByteArray())
                .header("Content-Type", "application/json")
                .header("Vary", "Accept")
                .build();
    }

    Response csv() {
        CsvTable table = new CsvTable(COLUMNS);
        for (Booking booking : page.found()) write(table.row(), booking);
        return table.answer("bookings-" + event.id(), cursor == null ? null : address(cursor));
    }

    private void write(CsvRow row, Booking booking) {
        Contact contact = people.find(event.id(), booking);
        @Nullable Person person = contact == null ? null : contact.person();
        Money amount = booking.amount();
        Payment payment = booking.payment();
        row.cell(booking.id().toString());
        row.cell(word(booking.status()));
        row.cell(booking.user().toString());
        row.cell(person == null ? null : person.name());
        row.cell(person == null ? null : person.email());
        row.cell(person == null ? null : person.language().tag());
        row.cell(seats(booking));
        row.cell(labels(booking));
        row.cell(amount == null ? null : Long.toString(amount.amount()));
        row.cell(amount == null ? null : amount.currency());
        row.cell(payment == null ? null : payment.status().name().toLowerCase(Locale.ROOT));
        row.moment(booking.madeAtMillis()).end();
    }

    private static String seats(Booking booking) {
        return Arrays.stream(booking.seats().toArray())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    /// Labels may have spaces in them, so they are told apart by something else.
    private String labels(Booking booking) {
        Plan plan = event.plan();
        return Arrays.stream(booking.seats().toArray())
                .mapToObj(plan::label)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    /// The address of the page that begins with the booking at `next`.
    private String address(String next) {
        BookingFilter filter = page.filter();
        StringBuilder address = new StringBuilder("/v1/events/" + event.id() + "/bookings");
        address.append("?format=csv&limit=").append(page.limit()).append("&cursor=").append(next);
        BookingStatus status = filter.status();
        if (status != null) address.append("&status=").append(word(status));
        UserId user = filter.user();
        if (user != null) address.append("&user=").append(user);
        if (filter.seat() != 0) address.append("&seat=").append(filter.seat());
        String words = URLEncoder.encode(filter.words(), StandardCharsets.UTF_8);
        return words.isEmpty() ? address.toString() : address + "&query=" + words;
    }

    private static String word(BookingStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
