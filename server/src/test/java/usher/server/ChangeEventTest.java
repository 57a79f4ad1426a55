package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Saying otherwise what an event is, and calling it off.
@QuarkusTest
final class ChangeEventTest {

    private final Visitor ann = Visitor.ann();
    private final Sale sale = Sale.of(10);

    @Test
    void what_is_said_changes_and_what_is_left_out_stays() {
        patch(ann, "{'description':'By candlelight','startsAt':'2031-05-06T19:30:00Z'}").is(200);

        Reply changed = patch(ann, "{'name':'Jazz at night','description':null}").is(200);

        assertEquals("Jazz at night", changed.text("name"));
        assertFalse(changed.json().has("description"));
        assertEquals("2031-05-06T19:30:00.000Z", changed.text("startsAt"));
        assertEquals(3, changed.json().get("version").intValue());
        assertTrue(changed.json().has("updatedAt"));
        assertEquals(changed.json(), ann.get(sale.path()).is(200).json());
    }

    @Test
    void a_policy_changes_by_its_fields_and_counts_at_once() {
        Reply changed = patch(ann, "{'policy':{'heldSeatsPerUser':1}}").is(200);

        assertEquals(1, changed.json().at("/policy/heldSeatsPerUser").intValue());
        assertEquals(60, changed.json().at("/policy/holdSeconds").intValue());
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(2, "hold")).isProblem(409, "hold-limit-reached");
    }

    @Test
    void an_event_is_taken_off_sale_and_put_on_sale_again() {
        assertEquals("inactive", patch(ann, "{'status':'inactive'}").is(200).text("status"));
        ann.post(sale.seat(1, "hold")).isProblem(409, "event-not-on-sale");

        assertEquals("active", patch(ann, "{'status':'active'}").is(200).text("status"));
        ann.post(sale.seat(1, "hold")).is(200);
    }

    @Test
    void who_saw_an_older_description_is_refused() {
        String seen = ann.get(sale.path()).is(200).header("ETag");
        ann.post(sale.seat(1, "hold")).is(200);

        patch(ann.with("If-Match", seen), "{'name':'First'}").is(200);

        patch(ann.with("If-Match", seen), "{'name':'Second'}")
                .isProblem(412, "precondition-failed");
        patch(ann.with("If-Match", "\"7\", \"2\""), "{'name':'Second'}").is(200);
        patch(ann.with("If-Match", "*"), "{'name':'Third'}").is(200);
        patch(ann.with("If-Match", "nonsense"), "{'name':'Fourth'}")
                .isProblem(412, "precondition-failed");
    }

    @Test
    void the_same_request_again_is_answered_as_it_was() {
        String seen = ann.get(sale.path()).is(200).header("ETag");
        Visitor once = ann.with("Idempotency-Key", "change-1").with("If-Match", seen);
        Reply first = patch(once, "{'name':'First'}").is(200);
        patch(ann, "{'name':'Second'}").is(200);

        assertEquals(first.json(), patch(once, "{'name':'First'}").is(200).json());
        patch(once, "{'name':'Other'}").isProblem(422, "idempotency-mismatch");
    }

    @Test
    void who_knows_a_description_is_not_sent_it_again() {
        String tag = ann.get(sale.path()).is(200).header("ETag");
        ann.with("If-None-Match", tag).get(sale.path()).is(304);

        String changed = patch(ann, "{'name':'First'}").is(200).header("ETag");

        assertEquals("\"2\"", changed);
        ann.with("If-None-Match", tag).get(sale.path()).is(200);
        ann.with("If-None-Match", changed).get(sale.path()).is(304);
    }

    @Test
    void a_cancelled_event_is_never_on_sale_again() {
        ann.post(sale.seat(1, "hold")).is(200);

        Reply cancelled = ann.post(sale.path() + "/cancel").is(200);

        assertEquals("cancelled", cancelled.text("status"));
        assertEquals(cancelled.json(), ann.post(sale.path() + "/cancel", "{}").is(200).json());
        ann.post(sale.seat(2, "hold")).isProblem(409, "event-not-on-sale");
        patch(ann, "{'status':'active'}").isProblem(409, "event-cancelled");
        patch(ann, "{'name':'First'}").isProblem(409, "event-cancelled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name               | {'name':null}
                    name               | {'name':''}
                    name               | {'name':7}
                    description        | {'description':7}
                    startsAt           | {'startsAt':'tomorrow'}
                    status             | {'status':'cancelled'}
                    status             | {'status':null}
                    status             | {'status':1}
                    policy             | {'policy':null}
                    policy             | {'policy':7}
                    policy.holdSeconds | {'policy':{'holdSeconds':0}}
                    policy.color       | {'policy':{'color':1}}
                    totalSeats         | {'totalSeats':12}
                    sections           | {'sections':[]}
                    id                 | {'id':'x'}
                    version            | {'version':2}
                    """)
    void what_cannot_be_said_is_named(String field, String body) {
        patch(ann, body).isWrongField(field);
        assertEquals(1, ann.get(sale.path()).is(200).json().get("version").intValue());
    }

    @Test
    void sales_end_after_they_begin() {
        patch(ann, "{'salesUntil':'2031-05-06T19:30:00Z'}").is(200);
        patch(ann, "{'salesFrom':'2031-05-06T19:30:00Z'}").isWrongField("salesUntil");
    }

    @Test
    void nothing_is_changed_by_nobody_and_nothing_where_there_is_no_event() {
        patch(Visitor.nobody(), "{'name':'First'}").isProblem(401, "unauthorized");
        Visitor.nobody().post(sale.path() + "/cancel").isProblem(401, "unauthorized");
        String nowhere = "/v1/events/019aa1f2-7e34-7c11-9d3b-5159e4800000";
        ann.send("PATCH", nowhere, bytes("{'name':'First'}")).isProblem(404, "event-not-found");
        ann.post(nowhere + "/cancel").isProblem(404, "event-not-found");
        patch(ann, "[").isProblem(400, "malformed-request");
        ann.post(sale.path() + "/cancel", "{\"why\":1}").isWrongField("why");
    }

    private Reply patch(Visitor who, String body) {
        return who.send("PATCH", sale.path(), bytes(body));
    }

    private static byte[] bytes(String body) {
        return Json.of(body).getBytes(StandardCharsets.UTF_8);
    }
}
