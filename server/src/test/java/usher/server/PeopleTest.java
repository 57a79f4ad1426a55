package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.Json;
import usher.server.client.Order;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// What is known of people: only what they said, for themselves to see, and to have forgotten.
@Tag("people")
@QuarkusTest
final class PeopleTest {

    private static final String ANN =
            "{'name':'Ann Archer','email':'ann@example.org','language':'de'}";

    private final UUID id = UUID.randomUUID();
    private final Visitor ann = Visitor.nobody().as(id);
    private final Visitor bob = Visitor.stranger();
    private final String me = "/v1/people/" + id;
    private final Sale sale = Order.sale("First night");

    @Test
    void who_books_says_whom_it_is_for() {
        Reply booked = ann.post("/v1/bookings", body(ANN)).is(201);

        JsonNode contact = ann.get(me).is(200).json().at("/contacts/0");
        assertEquals(booked.text("id"), contact.get("bookingId").asText());
        assertEquals(sale.id(), contact.get("eventId").asText());
        assertEquals("Ann Archer", contact.get("name").asText());
        assertEquals("ann@example.org", contact.get("email").asText());
        assertEquals("de", contact.get("language").asText());
        assertFalse(booked.json().has("contact"));
    }

    @Test
    void nothing_of_it_is_in_the_facts() {
        ann.post("/v1/bookings", body(ANN)).is(201);
        String audit = ann.get(sale.path() + "/audit").is(200).text();
        assertFalse(audit.contains("Archer") || audit.contains("example.org"), audit);
    }

    @Test
    void who_is_forgotten_keeps_his_bookings() {
        Order order = new Order(ann.post("/v1/bookings", body(ANN)).is(201).text("id"));
        ann.delete(me).is(204);

        assertEquals(Json.tree("[]"), ann.get(me).is(200).json().get("contacts"));
        assertEquals("pending", ann.get(order.path()).is(200).text("status"));
        ann.delete(me).is(204);
    }

    @Test
    void nobody_sees_or_touches_what_is_known_of_another() {
        ann.post("/v1/bookings", body(ANN)).is(201);
        bob.get(me).isProblem(403, "forbidden");
        bob.delete(me).isProblem(403, "forbidden");
        Visitor.nobody().get(me).isProblem(401, "unauthorized");
        ann.get("/v1/people/nonsense").isProblem(404, "not-found");
        assertEquals(1, ann.get(me).json().get("contacts").size());
    }

    @Test
    void of_what_was_not_booked_nothing_stays() {
        String tooMany = body(ANN).replace("\"VIP\":1", "\"VIP\":5");
        ann.post("/v1/bookings", tooMany).isProblem(409, "not-enough-seats");
        String nowhere = body(ANN).replace(sale.id(), "019aa1f2-7e34-7c11-9d3b-5159e4800000");
        ann.post("/v1/bookings", nowhere).isProblem(404, "event-not-found");

        assertEquals(Json.tree("[]"), ann.get(me).is(200).json().get("contacts"));
    }

    @Test
    void what_was_said_first_stays_when_the_same_is_asked_again() {
        String booking = UUID.randomUUID().toString();
        String first = body(ANN).replace("{\"eventId\"", "{\"id\":\"" + booking + "\",\"eventId\"");
        ann.post("/v1/bookings", first).is(201);
        ann.post("/v1/bookings", first.replace("Archer", "Baker")).is(201);
        ann.post("/v1/bookings", first.replace("\"VIP\":1", "\"VIP\":2"))
                .isProblem(422, "booking-mismatch");
        bob.post("/v1/bookings", first).isProblem(422, "booking-mismatch");

        JsonNode contacts = ann.get(me).is(200).json().get("contacts");
        assertEquals(1, contacts.size());
        assertEquals("Ann Archer", contacts.at("/0/name").asText());
    }

    @Test
    void an_idempotency_key_keeps_one_contact() {
        Visitor once = ann.with("Idempotency-Key", "k1");
        once.post("/v1/bookings", body(ANN)).is(201);
        once.post("/v1/bookings", body(ANN)).is(201);
        assertEquals(1, ann.get(me).is(200).json().get("contacts").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    contact           | 7
                    contact.email     | {'email':'ann'}
                    contact.email     | {'email':'ann@'}
                    contact.email     | {'email':'a b@example.org'}
                    contact.email     | {'email':'ann@example.org\\r\\nBcc: bob@example.org'}
                    contact.email     | {'email':'Ann <ann@example.org>'}
                    contact.email     | {'email':'ann@ex_ample.org'}
                    contact.email     | {'email':7}
                    contact.name      | {'name':['Ann']}
                    contact.phone     | {'phone':'1'}
                    """)
    void what_is_wrong_with_a_contact_is_named(String field, String contact) {
        ann.post("/v1/bookings", body(contact)).isWrongField(field);
    }

    @Test
    void a_language_that_is_not_spoken_is_english() {
        ann.post("/v1/bookings", body("{'language':'xx'}")).is(201);
        assertEquals("en", ann.get(me).is(200).text("/contacts/0/language"));
    }

    private String body(String contact) {
        return Json.of(
                "{'eventId':'%s','tickets':{'VIP':1},'contact':%s}".formatted(sale.id(), contact));
    }
}
