package usher.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.test.servers.TestPostgres;

/// What reporting tools read from the views of a ledger in PostgreSQL, after a sale.
@QuarkusTest
@TestProfile(OnPostgres.class)
@Tag(LedgerOfRun.EMBEDDED)
final class ReportsTest {

    private final String ledger = ConfigProvider.getConfig().getValue("usher.ledger", String.class);

    private final Visitor ann = Visitor.stranger();
    private final Visitor bob = Visitor.stranger();

    /// Seats 1 to 8 are VIP at 100 dollars, 9 to 28 general admission at 10,
    /// 29 and 30 for nothing.
    private final Sale sale = sale();

    @Test
    void every_seat_is_what_the_api_says_it_is() throws SQLException {
        ann.post(sale.holds(), sale.body(1, 2)).is(200);
        ann.post(sale.seat(3, "hold")).is(200);
        ann.post(sale.seat(3, "refresh")).is(200);
        ann.post(sale.seat(4, "hold")).is(200);
        ann.post(sale.seat(4, "release")).is(204);
        bob.post(sale.seat(29, "hold")).is(200);
        bob.post(sale.seat(29, "reserve")).is(200);
        ann.post(sale.blocks(), sale.body(6, 7)).is(204);
        ann.send("DELETE", sale.blocks(), sale.body(7).getBytes(UTF_8)).is(204);
        book(ann, "'seats':['%s']".formatted(sale.seatId(1)));
        pay(bob, book(bob, "'tickets':{'GA':3}"), "succeeded");
        pay(bob, book(bob, "'tickets':{'GA':2}"), "failed");
        Reply refunded = book(bob, "'tickets':{'GA':4}");
        pay(bob, refunded, "succeeded");
        bob.post("/v1/bookings/%s/refund".formatted(refunded.text("id"))).is(200);
        bob.post(sale.seat(8, "hold"), Json.of("{'holdSeconds':1}")).is(200);
        while (!seatsOfApi().get("8").equals("available")) Thread.onSpinWait();

        assertEquals(seatsOfApi(), seatsOfView());
        assertEquals(
                List.of("1", "2", "3"),
                column("SELECT seat FROM holds WHERE event = '%s' ORDER BY 1"));
        assertEquals(
                List.of("9", "10", "11", "29"),
                column("SELECT seat FROM reservations WHERE event = '%s' ORDER BY 1"));
    }

    @Test
    void every_booking_and_its_payment_is_what_the_api_says_it_is() throws SQLException {
        List<Reply> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) made.add(book(ann, "'tickets':{'VIP':1,'GA':2}"));
        pay(ann, made.get(0), "succeeded");
        pay(ann, made.get(1), "failed");
        pay(ann, made.get(2), "succeeded");
        ann.post("/v1/bookings/%s/refund".formatted(made.get(2).text("id"))).is(200);
        ann.post("/v1/bookings/%s/cancel".formatted(made.get(3).text("id"))).is(200);

        assertEquals(bookingsOfApi(made), bookingsOfView());
        assertEquals(
                List.of("12000 USD succeeded", "12000 USD failed", "12000 USD refunded"),
                column(
                        "SELECT concat_ws(' ', amount, currency, status) FROM payments"
                                + " WHERE event = '%s' ORDER BY paid_at, payment"));
    }

    @Test
    void a_payment_that_is_under_way_is_pending_and_ends_as_the_gateway_says() throws SQLException {
        Reply booked = book(ann, "'tickets':{'VIP':1}");
        pay(ann, booked, "never");
        assertEquals(bookingsOfApi(List.of(booked)), bookingsOfView());
        String statuses =
                "SELECT concat_ws(' ', status, provider) FROM payments WHERE event = '%s'";
        assertEquals(List.of("pending simulated-never"), column(statuses));

        ann.post("/v1/bookings/%s/cancel".formatted(booked.text("id"))).is(200);

        while (!column(statuses).equals(List.of("failed simulated-never"))) Thread.onSpinWait();
    }

    @Test
    void cancelling_an_event_ends_its_bookings_and_frees_their_seats() throws SQLException {
        List<Reply> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) made.add(book(ann, "'tickets':{'GA':2}"));
        pay(ann, made.getFirst(), "succeeded");
        ann.post(sale.path() + "/cancel").is(200);

        assertEquals(bookingsOfApi(made), bookingsOfView());
        assertEquals(seatsOfApi(), seatsOfView());
        assertEquals(List.of("refunded"), column("SELECT status FROM payments WHERE event = '%s'"));
    }

    @Test
    void an_event_is_shown_as_it_was_changed() throws SQLException {
        String change = "{'name':'Last night','status':'inactive'}";
        ann.send("PATCH", sale.path(), Json.of(change).getBytes(UTF_8)).is(200);
        String query =
                "SELECT concat_ws(', ', name, status, total_seats) FROM events"
                        + " WHERE event = '%s'";
        while (!column(query).equals(List.of("Last night, inactive, 30"))) Thread.onSpinWait();
    }

    @Test
    void every_view_of_the_guide_can_be_asked() throws SQLException {
        for (String view :
                List.of(
                        "events",
                        "seats",
                        "holds",
                        "reservations",
                        "bookings",
                        "payments",
                        "seat_facts",
                        "booking_facts",
                        "facts")) {
            assertEquals(1, column("SELECT count(*) FROM " + view).size());
        }
    }

    private Map<String, String> seatsOfApi() {
        Map<String, String> seats = new TreeMap<>();
        JsonNode items = ann.get(sale.seats() + "?status=all").is(200).json().get("items");
        items.forEach(seat -> seats.put(seat.get("number").asText(), seat.get("status").asText()));
        return seats;
    }

    private Map<String, String> seatsOfView() throws SQLException {
        return pairs("SELECT seat, status FROM seats WHERE event = '%s'");
    }

    private Map<String, String> bookingsOfApi(List<Reply> made) {
        Map<String, String> bookings = new TreeMap<>();
        for (Reply booked : made) {
            Reply now = ann.get("/v1/bookings/" + booked.text("id")).is(200);
            JsonNode amount = now.json().get("amount");
            bookings.put(now.text("id"), now.text("status") + " " + amount.get("amount"));
        }
        return bookings;
    }

    private Map<String, String> bookingsOfView() throws SQLException {
        return pairs(
                "SELECT booking, concat_ws(' ', status, amount) FROM bookings"
                        + " WHERE event = '%s'");
    }

    private Map<String, String> pairs(String sql) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        ask(sql, rows -> pairs.put(rows.getString(1), rows.getString(2)));
        return pairs;
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        ask(sql, rows -> values.add(rows.getString(1)));
        return values;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void ask(String sql, Row each) throws SQLException {
        try (Connection connection = TestPostgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + ledger.replaceAll(".*schema=", ""));
            try (ResultSet rows = statement.executeQuery(sql.formatted(sale.id()))) {
                while (rows.next()) each.read(rows);
            }
        }
    }

    private Reply book(Visitor who, String what) {
        String body = "{'eventId':'%s',%s}".formatted(sale.id(), what);
        return who.post("/v1/bookings", Json.of(body)).is(201);
    }

    private static void pay(Visitor who, Reply booked, String outcome) {
        String body = "{'bookingId':'%s','outcome':'%s'}".formatted(booked.text("id"), outcome);
        who.post("/v1/payments", Json.of(body)).is(201);
    }

    private static Sale sale() {
        String body =
                "{'name':'First night','policy':{'heldSeatsPerUser':0},'sections':["
                        + "{'name':'Stalls','tier':'VIP','rows':1,'seatsPerRow':8,"
                        + "'price':{'amount':10000,'currency':'USD'}},"
                        + "{'name':'Floor','tier':'GA','capacity':20,"
                        + "'price':{'amount':1000,'currency':'USD'}},"
                        + "{'name':'Ring','tier':'Guests','rows':1,'seatsPerRow':2,"
                        + "'price':{'amount':0,'currency':'USD'}}]}";
        return new Sale(Visitor.ann().post("/v1/events", Json.of(body)).is(201).text("id"), 30);
    }
}
