package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Visitor;

/// Endpoints, as organizers add, change and delete them.
@QuarkusTest
final class WebhookEndpointsTest {

    private static final String ALL = "/v1/webhook-endpoints";
    private static final String BODY =
            Json.of(
                    "{'url':'https://example.invalid/hook','facts':['SeatsHeld','BookingMade',"
                            + "'SeatsHeld'],'description':'For the till'}");

    private final Visitor ann = Visitor.stranger();
    private final List<String> paths = new ArrayList<>();

    @AfterEach
    void delete() {
        paths.forEach(ann::delete);
    }

    @Test
    void an_endpoint_is_added_listed_and_looked_at_and_only_once_with_its_secret() {
        Reply added = add(ann, BODY);
        assertEquals("https://example.invalid/hook", added.text("url"));
        assertEquals(Json.tree("['SeatsHeld','BookingMade']"), added.json().get("facts"));
        assertEquals("For the till", added.text("description"));
        assertEquals("enabled", added.text("status"));
        assertEquals(added.text("createdAt"), added.text("since"));
        assertEquals("\"1\"", added.header("ETag"));

        Reply shown = ann.get(path(added)).is(200);
        assertFalse(shown.json().has("secret"));
        assertEquals(added.text("id"), shown.text("id"));
        List<String> listed = ann.get(ALL).is(200).json().findValuesAsText("id");
        assertTrue(listed.contains(added.text("id")));
        assertFalse(ann.get(ALL).text().contains("secret"));
    }

    @Test
    void an_endpoint_is_added_once_for_each_idempotency_key() {
        Visitor again = ann.with("Idempotency-Key", "once");
        Reply first = add(again, BODY);
        Reply second = add(again, BODY);
        assertEquals(first.text(), second.text());
        assertEquals(first.header("Location"), second.header("Location"));
        again.post(ALL, BODY.replace("till", "door")).isProblem(422, "idempotency-mismatch");
        assertNotEquals(first.text("id"), add(ann, BODY).text("id"));
        assertNotEquals(
                first.text("id"),
                add(Visitor.stranger().with("Idempotency-Key", "once"), BODY).text("id"));
    }

    @Test
    void what_a_patch_leaves_out_stays_and_null_takes_away() {
        String path = path(add(ann, BODY));
        Reply changed = patch(path, "{'facts':['SeatsReserved']}").is(200);
        assertEquals(Json.tree("['SeatsReserved']"), changed.json().get("facts"));
        assertEquals("For the till", changed.text("description"));
        assertEquals("\"2\"", changed.header("ETag"));

        Reply bare = patch(path, "{'facts':null,'description':null,'status':'disabled'}").is(200);
        assertEquals(Json.tree("[]"), bare.json().get("facts"));
        assertFalse(bare.json().has("description"));
        assertEquals("disabled", bare.text("status"));
        assertEquals("https://example.invalid/hook", ann.get(path).text("url"));
    }

    @Test
    void who_changes_an_older_endpoint_than_he_thinks_is_told_so() {
        String path = path(add(ann, BODY));
        patch(path, "{'description':'one'}").is(200);
        Visitor late = ann.with("If-Match", "\"1\"");
        patch(late, path, "{'description':'two'}").isProblem(412, "precondition-failed");
        patch(ann.with("If-Match", "\"2\""), path, "{'description':'two'}").is(200);
        assertEquals("two", ann.get(path).text("description"));
    }

    @Test
    void a_deleted_endpoint_is_gone_with_everything_about_it() {
        String path = path(add(ann, BODY));
        ann.delete(path).is(204);
        for (String more : List.of("", "/secret", "/deliveries")) {
            ann.get(path + more).isProblem(404, "webhook-endpoint-not-found");
        }
        for (String more : List.of("/ping", "/secret/rotate", "/deliveries/catalog-1/retry")) {
            ann.post(path + more).isProblem(404, "webhook-endpoint-not-found");
        }
        ann.delete(path).isProblem(404, "webhook-endpoint-not-found");
        patch(path, "{}").isProblem(404, "webhook-endpoint-not-found");
        ann.get(ALL + "/x").isProblem(404, "webhook-endpoint-not-found");
    }

    @Test
    void every_field_that_is_wrong_is_named() {
        post("{}").isWrongField("url");
        post("{'url':7}").isWrongField("url");
        post("{'url':'ftp://example.org'}").isWrongField("url");
        post("{'url':'https://a:b@example.org'}").isWrongField("url");
        post("{'url':'https://example.org','facts':[]}").isWrongField("facts");
        post("{'url':'https://example.org','facts':['SeatsHeld','Nothing']}")
                .isWrongField("facts[1]");
        post("{'url':'https://example.org','since':'2999-01-01T00:00:00Z'}").isWrongField("since");
        post("{'url':'https://example.org','status':'enabled'}").isWrongField("status");
        String path = path(add(ann, BODY));
        patch(path, "{'url':null}").isWrongField("url");
        patch(path, "{'status':'on'}").isWrongField("status");
        patch(path, "{'since':'2026-01-01T00:00:00Z'}").isWrongField("since");
        ann.post(path + "/replay", "{}").isWrongField("since");
        ann.post(path + "/replay", Json.of("{'eventId':'x'}")).isWrongField("eventId");
        String noEvent = Json.of("{'eventId':'%s'}".formatted(UUID.randomUUID()));
        ann.post(path + "/replay", noEvent).isWrongField("eventId");
    }

    @Test
    void who_does_not_say_who_he_is_is_turned_away() {
        Visitor nobody = Visitor.nobody();
        String path = path(add(ann, BODY));
        nobody.get(ALL).isProblem(401, "unauthorized");
        nobody.post(ALL, BODY).isProblem(401, "unauthorized");
        nobody.get(path + "/secret").isProblem(401, "unauthorized");
        nobody.delete(path).isProblem(401, "unauthorized");
        nobody.post(path + "/ping").isProblem(401, "unauthorized");
    }

    private Reply add(Visitor who, String body) {
        Reply added = who.post(ALL, body).is(201);
        paths.add(path(added));
        return added;
    }

    private Reply post(String body) {
        return ann.post(ALL, Json.of(body));
    }

    private Reply patch(String path, String body) {
        return patch(ann, path, body);
    }

    private static Reply patch(Visitor who, String path, String body) {
        byte[] bytes = Json.of(body).getBytes(StandardCharsets.UTF_8);
        return who.with("Content-Type", "application/json").send("PATCH", path, bytes);
    }

    private static String path(Reply added) {
        return ALL + "/" + added.text("id");
    }
}
