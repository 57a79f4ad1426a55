package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.ledger.StreamId;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.server.http.Clock;
import usher.server.webhooks.Receiver.Answer;
import usher.server.webhooks.Receiver.Got;

/// What becomes true arrives at the web servers of organizers, whatever these do.
@QuarkusTest
final class WebhooksTest {

    @Inject FailedDeliveries failed;
    @Inject Clock clock;

    private final Visitor ann = Visitor.ann();
    private final Receiver receiver = Receiver.open();
    private final List<Hook> hooks = new ArrayList<>();

    /// An endpoint of a test.
    private record Hook(String path, String secret) {

        String path(String more) {
            return path + "/" + more;
        }

        UUID id() {
            return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        }
    }

    @AfterEach
    void close() {
        hooks.forEach(hook -> ann.delete(hook.path()));
        receiver.close();
    }

    @Test
    void an_endpoint_is_told_what_becomes_true_in_order_and_signed() {
        Hook hook = hook("{'url':'%s'}");
        Sale one = Sale.of(10);
        Sale two = Sale.of(10);
        for (int seat = 1; seat <= 5; seat++) {
            ann.post(one.seat(seat, "hold")).is(200);
            ann.post(two.seat(seat, "hold")).is(200);
        }
        Receiver.until(() -> held(one).size() == 5 && held(two).size() == 5);

        Verifier verifier = new Verifier(hook.secret());
        for (Got got : receiver.got()) assertTrue(verifier.verifies(got), got.toString());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), held(one));
        assertTrue(isSorted(receiver.about(one.id())));
        assertTrue(isSorted(receiver.about(two.id())));
        Got first = receiver.about(one.id()).getFirst();
        assertEquals(List.of("EventOpened", "SeatsHeld"), first.facts());
        JsonNode fact = first.json().at("/data/facts/1");
        assertEquals(first.id() + "-1", fact.get("id").asText());
        assertEquals(Visitor.ANN.toString(), fact.get("by").asText());
        Receiver.until(
                () -> receiver.got().stream().anyMatch(got -> got.id().startsWith("catalog-")));
    }

    @Test
    void only_what_is_wanted_arrives() {
        hook("{'url':'%s','facts':['SeatsReserved']}");
        Sale sale = Sale.of(10);
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(2, "hold")).is(200);
        ann.post(sale.seat(1, "release")).is(204);
        ann.post(sale.seat(2, "reserve")).is(200);

        receiver.await(1);
        assertEquals(List.of("SeatsReserved"), receiver.got().getFirst().facts());
        assertEquals(sale.id(), receiver.got().getFirst().event());
    }

    @Test
    void one_message_that_is_never_taken_holds_up_nothing_but_its_own_event() {
        Sale poisoned = Sale.of(10);
        Sale well = Sale.of(10);
        receiver.answerBy(got -> Answer.of(got.event().equals(poisoned.id()) ? 500 : 204));
        Hook hook = hook("{'url':'%s'}");
        ann.post(poisoned.seat(1, "hold")).is(200);
        ann.post(poisoned.seat(2, "hold")).is(200);
        ann.post(well.seat(1, "hold")).is(200);
        ann.post(well.seat(2, "hold")).is(200);

        Receiver.until(() -> held(well).size() == 2);
        Receiver.until(() -> !items(hook, "waiting").isEmpty());
        JsonNode waiting = items(hook, "waiting").get(0);
        assertEquals(poisoned.id() + "-1", waiting.get("id").asText());
        assertEquals(500, waiting.get("responseStatus").asInt());

        receiver.answer(Answer.of(204));
        Receiver.until(() -> held(poisoned).contains(2L));
        assertTrue(isSorted(receiver.about(poisoned.id())));
        Receiver.until(() -> items(hook, "waiting").isEmpty());
        Receiver.until(() -> items(hook, "delivered").size() >= 4);
    }

    @Test
    void an_endpoint_that_was_away_is_caught_up_in_order() {
        Receiver first = Receiver.open();
        int port = first.port();
        Hook hook = hook("{'url':'http://localhost:%d/hook'}".formatted(port));
        Sale sale = Sale.of(10);
        ann.post(sale.seat(1, "hold")).is(200);
        Receiver.until(() -> isDelivered(hook, sale.id() + "-1"));
        first.close();
        for (int seat = 2; seat <= 6; seat++) ann.post(sale.seat(seat, "hold")).is(200);
        Receiver.until(() -> !items(hook, "waiting").isEmpty());
        JsonNode waiting = items(hook, "waiting").get(0);
        assertFalse(waiting.has("responseStatus"), waiting.toString());

        try (Receiver second = Receiver.at(port)) {
            change(hook, "{'status':'enabled'}").is(200);
            Receiver.until(() -> held(second, sale).contains(6L));
            List<Long> seats = held(second, sale).stream().distinct().toList();
            assertEquals(List.of(2L, 3L, 4L, 5L, 6L), seats);
        }
    }

    @Test
    void what_becomes_true_while_an_endpoint_is_disabled_waits_for_it() {
        Hook hook = hook("{'url':'%s'}");
        Reply disabled = change(hook, "{'status':'disabled'}").is(200);
        assertEquals("disabled", disabled.text("status"));
        Sale sale = Sale.of(10);
        ann.post(sale.seat(1, "hold")).is(200);
        change(hook, "{'status':'enabled'}").is(200);
        Receiver.until(() -> held(sale).contains(1L));
    }

    @Test
    void an_endpoint_that_is_gone_is_disabled_and_says_why() {
        receiver.answer(Answer.of(410));
        Hook hook = hook("{'url':'%s'}");
        Sale sale = Sale.of(10);
        ann.post(sale.seat(1, "hold")).is(200);
        Receiver.until(() -> ann.get(hook.path()).text("status").equals("disabled"));
        assertEquals("It answered 410 Gone.", ann.get(hook.path()).is(200).text("reason"));
        receiver.answer(Answer.of(204));
        receiver.forget();
        Reply enabled = change(hook, "{'status':'enabled'}").is(200);
        assertFalse(enabled.json().has("reason"));
        Receiver.until(() -> held(sale).contains(1L));
    }

    @Test
    void the_history_of_an_event_is_sent_again_and_nothing_else() {
        Sale sale = Sale.of(10);
        Sale other = Sale.of(10);
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(other.seat(1, "hold")).is(200);
        Hook hook = hook("{'url':'%s'}");
        ann.post(sale.seat(2, "hold")).is(200);
        Receiver.until(() -> held(sale).equals(List.of(2L)));

        replay(hook, "{'eventId':'%s'}".formatted(sale.id())).is(202);

        Receiver.until(() -> held(sale).equals(List.of(2L, 1L, 2L)));
        assertEquals(List.of(), held(other));
    }

    @Test
    void everything_since_a_moment_is_sent_again() {
        Sale sale = Sale.of(10);
        ann.post(sale.seat(1, "hold")).is(200);
        Hook hook = hook("{'url':'%s','facts':['SeatsHeld']}");
        ann.post(sale.seat(2, "hold")).is(200);
        Receiver.until(() -> held(sale).equals(List.of(2L)));
        receiver.forget();
        String since = sale(sale).get("createdAt").asText();

        assertEquals(since, replay(hook, "{'since':'%s'}".formatted(since)).is(202).text("since"));

        Receiver.until(() -> held(sale).equals(List.of(1L, 2L)));
        ann.post(sale.seat(3, "hold")).is(200);
        Receiver.until(() -> held(sale).equals(List.of(1L, 2L, 3L)));
    }

    @Test
    void a_failed_delivery_is_seen_and_sent_again_or_discarded() {
        Hook hook = hook("{'url':'%s'}");
        Sale sale = Sale.of(10);
        ann.post(sale.seat(1, "hold")).is(200);
        Receiver.until(() -> isDelivered(hook, sale.id() + "-1"));
        Delivery delivery =
                new Delivery(
                        sale.id() + "-1",
                        new StreamId(UUID.fromString(sale.id())),
                        1,
                        List.of("EventOpened", "SeatsHeld"),
                        Delivery.Status.FAILED,
                        12,
                        1_767_225_600_000L,
                        0,
                        422,
                        "no");
        assertTrue(failed.put(hook.id(), delivery));
        JsonNode seen = items(hook, "failed").get(0);
        assertEquals(delivery.id(), seen.get("id").asText());
        assertEquals(12, seen.get("attempts").asInt());

        String retry = hook.path("deliveries/" + delivery.id() + "/retry");
        receiver.answer(new Answer(422, "still no", List.of()));
        Reply still = ann.post(retry).is(200);
        assertEquals("failed", still.text("status"));
        assertEquals("still no", items(hook, "failed").get(0).get("response").asText());
        assertEquals(13, items(hook, "failed").get(0).get("attempts").asInt());

        receiver.answer(Answer.of(204));
        assertEquals("delivered", ann.post(retry).is(200).text("status"));
        assertEquals(0, items(hook, "failed").size());
        assertEquals(3, receiver.about(sale.id()).size());

        assertTrue(failed.put(hook.id(), delivery));
        ann.delete(hook.path("deliveries/" + delivery.id())).is(204);
        assertEquals(0, items(hook, "failed").size());
        ann.delete(hook.path("deliveries/" + delivery.id())).isProblem(404, "delivery-not-found");
    }

    @Test
    void there_are_no_deliveries_of_what_never_was() {
        Hook hook = hook("{'url':'%s'}");
        for (String id : List.of("x", "x-1", "catalog-0", Sale.of(10).id() + "-99", "catalog-")) {
            ann.post(hook.path("deliveries/" + id + "/retry")).isProblem(404, "delivery-not-found");
        }
        ann.get(hook.path("deliveries?status=lost")).isWrongField("status");
        ann.get(hook.path("deliveries?limit=0")).isWrongField("limit");
    }

    @Test
    void a_ping_says_what_the_endpoint_said() {
        Hook hook = hook("{'url':'%s'}");
        receiver.answer(new Answer(202, "thank you", List.of()));
        Reply taken = ann.post(hook.path("ping")).is(200);
        assertTrue(taken.json().get("accepted").asBoolean());
        assertEquals(202, taken.json().get("responseStatus").asInt());
        assertEquals("thank you", taken.text("response"));
        Got got = pings().getFirst();
        assertTrue(new Verifier(hook.secret()).verifies(got));

        receiver.answer(Answer.of(401));
        assertFalse(ann.post(hook.path("ping")).is(200).json().get("accepted").asBoolean());
        change(hook, "{'url':'http://localhost:1/'}").is(200);
        Reply nobody = ann.post(hook.path("ping")).is(200);
        assertFalse(nobody.json().has("responseStatus"), nobody.text());
    }

    @Test
    void a_secret_that_was_replaced_still_signs_beside_the_new_one() {
        Hook hook = hook("{'url':'%s'}");
        assertEquals(hook.secret(), ann.get(hook.path("secret")).is(200).text("secret"));
        Reply rotated = ann.post(hook.path("secret/rotate")).is(200);
        assertFalse(rotated.text("formerUntil").isEmpty());
        assertEquals(rotated.text("secret"), ann.get(hook.path("secret")).text("secret"));

        ann.post(hook.path("ping")).is(200);
        Got got = pings().getFirst();
        assertTrue(new Verifier(hook.secret()).verifies(got));
        assertTrue(new Verifier(rotated.text("secret")).verifies(got));
    }

    private List<Got> pings() {
        return receiver.got().stream().filter(got -> got.id().startsWith("ping-")).toList();
    }

    /// Adds an endpoint, in a millisecond of its own by the ledger's time: what became true in the
    /// one in which it is added is sent to it too.
    private Hook hook(String body) {
        long before = clock.nowMillis();
        while (clock.nowMillis() == before) Thread.onSpinWait();
        String json = Json.of(body.formatted(receiver.url()));
        Reply added = ann.post("/v1/webhook-endpoints", json).is(201);
        Hook hook = new Hook(added.header("Location"), added.text("secret"));
        hooks.add(hook);
        return hook;
    }

    private Reply change(Hook hook, String body) {
        Visitor sender = ann.with("Content-Type", "application/json");
        return sender.send("PATCH", hook.path(), Json.of(body).getBytes(StandardCharsets.UTF_8));
    }

    private Reply replay(Hook hook, String body) {
        return ann.post(hook.path("replay"), Json.of(body));
    }

    private JsonNode items(Hook hook, String status) {
        return ann.get(hook.path("deliveries?status=" + status)).is(200).json().get("items");
    }

    private boolean isDelivered(Hook hook, String id) {
        return items(hook, "delivered").findValuesAsText("id").contains(id);
    }

    private JsonNode sale(Sale sale) {
        return ann.get(sale.path()).is(200).json();
    }

    private List<Long> held(Sale sale) {
        return held(receiver, sale);
    }

    /// The numbers of the seats that are said to be held, in the order in which that was said.
    private static List<Long> held(Receiver receiver, Sale sale) {
        List<Long> seats = new ArrayList<>();
        for (Got got : receiver.about(sale.id())) {
            for (JsonNode fact : got.json().at("/data/facts")) {
                if (fact.get("fact").asText().equals("SeatsHeld")) {
                    fact.get("seats").forEach(seat -> seats.add(seat.asLong()));
                }
            }
        }
        return seats;
    }

    private static boolean isSorted(List<Got> got) {
        List<Got> sorted = new ArrayList<>(got);
        sorted.sort(Comparator.comparingLong(Got::version));
        return sorted.equals(got);
    }
}
