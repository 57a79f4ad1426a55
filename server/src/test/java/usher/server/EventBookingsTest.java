package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Json;
import usher.server.client.Order;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// The bookings of an event as its organizer lists and searches them.
@QuarkusTest
final class EventBookingsTest {

    private final UUID annsId = UUID.randomUUID();
    private final Visitor ann = Visitor.nobody().as(annsId);
    private final Visitor bob = Visitor.stranger();
    private final Visitor organizer = Visitor.bob();
    private final Sale sale = Order.sale("First night");
    private final String bookings = sale.path() + "/bookings";

    @Test
    void the_newest_come_first() {
        Order first = Order.pending(ann, sale, "{'GA':1}");
        Order second = Order.paid(bob, sale, "{'VIP':2}");

        Reply list = organizer.get(bookings).is(200);
        assertEquals(List.of(second.id(), first.id()), ids(list));
        assertEquals(bob.get(second.path()).json(), list.json().at("/items/0"));
    }

    @Test
    void they_are_found_by_status_user_and_seat() {
        Order pending = Order.pending(ann, sale, "{'GA':2}");
        Order paid = Order.paid(bob, sale, "{'VIP':2}");
        Order refunded = Order.paid(ann, sale, "{'VIP':1}");
        organizer.post(refunded.path() + "/refund").is(200);

        assertEquals(List.of(pending.id()), found("status=pending"));
        assertEquals(List.of(paid.id()), found("status=confirmed"));
        assertEquals(List.of(refunded.id(), pending.id()), found("user=" + annsId));
        assertEquals(List.of(paid.id()), found("seat=2"));
        assertEquals(List.of(refunded.id()), found("seat=" + sale.seatId(3)));
        assertEquals(List.of(), found("seat=4"));
        assertEquals(List.of(), found("status=pending&seat=1"));
    }

    @Tag("people")
    @ParameterizedTest
    @ValueSource(strings = {"zoe", "ZO%C3%8B", "wojcik", "zw%40example", "Floor-2"})
    void words_find_names_addresses_and_labels(String words) {
        Order.pending(ann, sale, "{'VIP':1}");
        String contact = "{'name':'Zoë Wójcik','email':'zw@example.org'}";
        String body =
                "{'eventId':'%s','tickets':{'GA':3},'contact':%s}".formatted(sale.id(), contact);
        String id = bob.post("/v1/bookings", Json.of(body)).is(201).text("id");

        assertEquals(List.of(id), found("query=" + words));
        assertEquals(List.of(id), found("query=" + id));
        assertEquals(List.of(), found("query=nobody"));
    }

    @Test
    @Tag("people")
    void an_organizer_sees_whom_they_are_for() {
        String contact = "{'name':'Ann Archer','email':'ann@example.org','language':'fr'}";
        String body =
                "{'eventId':'%s','tickets':{'VIP':1},'contact':%s}".formatted(sale.id(), contact);
        ann.post("/v1/bookings", Json.of(body)).is(201);

        Reply list = organizer.get(bookings).is(200);
        assertEquals(Json.tree(contact), list.json().at("/items/0/contact"));
        Reply csv = organizer.get(bookings + "?format=csv").is(200);
        assertTrue(csv.text().contains(",Ann Archer,ann@example.org,fr,1,A-1,10000,USD,,"));
    }

    @Test
    void page_follows_page() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) made.addFirst(Order.pending(ann, sale, "{'GA':1}").id());
        List<String> seen = new ArrayList<>();
        String path = bookings + "?limit=2";
        for (int pages = 0; !path.isEmpty(); pages++) {
            assertTrue(pages < 4, "no end");
            Reply page = organizer.get(path).is(200);
            seen.addAll(ids(page));
            String cursor = page.text("nextCursor");
            path = cursor.isEmpty() ? "" : bookings + "?limit=2&cursor=" + cursor;
        }
        assertEquals(made, seen);
        String next = organizer.get(bookings + "?format=csv&limit=2&query=a").header("Link");
        assertTrue(next.contains("&query=a") && next.contains("rel=\"next\""), next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=new",
                "user=x",
                "seat=x",
                "seat=0",
                "seat=019aa1f2-7e34-7c11-9d3b-5159e4800001",
                "cursor=x",
                "limit=101",
                "format=xml"
            })
    void what_is_wrong_with_a_question_is_named(String question) {
        String field = question.substring(0, question.indexOf('='));
        organizer.get(bookings + "?" + question).isWrongField(field);
    }

    @Test
    void who_does_not_say_who_he_is_sees_nothing() {
        Visitor.nobody().get(bookings).isProblem(401, "unauthorized");
        String nowhere = "/v1/events/019aa1f2-7e34-7c11-9d3b-5159e4800000/bookings";
        organizer.get(nowhere).isProblem(404, "event-not-found");
    }

    private List<String> found(String question) {
        return ids(organizer.get(bookings + "?" + question).is(200));
    }

    private static List<String> ids(Reply page) {
        List<String> ids = new ArrayList<>();
        page.json().get("items").forEach(booking -> ids.add(booking.get("id").asText()));
        return ids;
    }
}
