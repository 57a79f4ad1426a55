package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import usher.server.client.Json;
import usher.server.client.Order;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// The door of an event: each ticket lets one in, once, and the list says who is.
@QuarkusTest
final class DoorTest {

    private final Visitor ann = Visitor.stranger();
    private final Visitor door = Visitor.bob();
    private final Sale sale = Order.sale("First night");
    private final String checkIns = sale.path() + "/check-ins";

    @Test
    void a_ticket_lets_in_once() {
        String code = Order.paid(ann, sale, "{'VIP':1}").codes(ann).getFirst();

        Reply in = scan(code).is(200);
        assertEquals("A-1", in.text("label"));
        assertEquals("VIP", in.text("tier"));
        Reply again = scan(code).isProblem(409, "already-checked-in");
        assertEquals(in.text("checkedInAt"), again.text("checkedInAt"));
        assertEquals("A-1", again.text("/seats/0/label"));
        Reply ticket = ann.get("/v1/tickets/" + code).is(200);
        assertEquals("checked-in", ticket.text("status"));
        assertEquals(in.text("checkedInAt"), ticket.text("checkedInAt"));
    }

    @Test
    void a_scanner_that_heard_no_answer_may_ask_again() {
        String code = Order.paid(ann, sale, "{'VIP':1}").codes(ann).getFirst();
        Visitor scanner = door.with("Idempotency-Key", "scan 1");
        String body = body(code);

        Reply in = scanner.post(checkIns, body).is(200);
        assertEquals(in.json(), scanner.post(checkIns, body).is(200).json());
        door.post(checkIns, body).isProblem(409, "already-checked-in");
    }

    @Test
    void of_a_crowd_with_one_ticket_one_comes_in() throws Exception {
        String code = Order.paid(ann, sale, "{'VIP':1}").codes(ann).getFirst();
        assertEquals(1, lettingIn(code, 20));
    }

    private int lettingIn(String code, int people) throws InterruptedException, ExecutionException {
        int in = 0;
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < people; i++) all.add(crowd.submit(() -> scan(code).status()));
            for (Future<Integer> one : all) in += one.get() == 200 ? 1 : 0;
        }
        return in;
    }

    @Test
    void what_is_no_good_ticket_here_lets_nobody_in() {
        scan("nonsense").isProblem(404, "ticket-not-found");
        scan("A".repeat(162)).isProblem(404, "ticket-not-found");
        Sale other = Order.sale("Another night");
        String elsewhere = Order.paid(ann, other, "{'VIP':1}").codes(ann).getFirst();
        scan(elsewhere).isProblem(409, "ticket-of-another-event");

        Order refunded = Order.paid(ann, sale, "{'VIP':1}");
        String code = refunded.codes(ann).getFirst();
        door.post(refunded.path() + "/refund").is(200);
        scan(code).isProblem(409, "ticket-not-valid");
    }

    @Test
    void a_cancelled_event_lets_nobody_in() {
        String code = Order.paid(ann, sale, "{'VIP':1}").codes(ann).getFirst();
        door.post(sale.path() + "/cancel").is(200);
        scan(code).isProblem(409, "ticket-not-valid");
    }

    @Test
    void what_is_wrong_with_a_request_is_named() {
        door.post(checkIns, "{}").isWrongField("code");
        door.post(checkIns, "{\"code\":\"x\",\"gate\":1}").isWrongField("gate");
        door.get(checkIns + "?status=in").isWrongField("status");
        door.get(checkIns + "?cursor=x").isWrongField("cursor");
        door.get(checkIns + "?limit=0").isWrongField("limit");
        door.get(checkIns + "?format=xml").isWrongField("format");
        String nowhere = "/v1/events/019aa1f2-7e34-7c11-9d3b-5159e4800000/check-ins";
        door.get(nowhere).isProblem(404, "event-not-found");
        Visitor.nobody().post(checkIns, "{}").isProblem(401, "unauthorized");
        Visitor.nobody().get(checkIns).isProblem(401, "unauthorized");
    }

    @Test
    void the_door_list_has_every_ticket_and_counts_who_is_in() {
        Order.pending(ann, sale, "{'GA':5}");
        Order three = Order.paid(ann, sale, "{'GA':3}");
        Order two = Order.paid(Visitor.stranger(), sale, "{'VIP':2}");
        scan(three.codes(ann).get(1)).is(200);

        Reply list = door.get(checkIns).is(200);
        assertEquals(5, list.json().get("tickets").intValue());
        assertEquals(1, list.json().get("checkedIn").intValue());
        assertEquals(List.of(10, 11, 12, 1, 2), numbers(list));
        assertEquals(two.id(), list.text("/items/4/bookingId"));
        assertEquals(List.of(11), numbers(door.get(checkIns + "?status=checked-in").is(200)));
        assertEquals(List.of(10, 12, 1, 2), numbers(door.get(checkIns + "?status=valid").is(200)));
    }

    @Test
    void page_follows_page_through_the_door_list() {
        Order.paid(ann, sale, "{'GA':3}");
        Order.pending(ann, sale, "{'GA':3}");
        Order.paid(ann, sale, "{'VIP':4}");
        List<Integer> seen = new ArrayList<>();
        String path = checkIns + "?limit=2";
        for (int pages = 0; !path.isEmpty(); pages++) {
            assertTrue(pages < 5, "no end");
            Reply page = door.get(path).is(200);
            seen.addAll(numbers(page));
            String cursor = page.text("nextCursor");
            path = cursor.isEmpty() ? "" : checkIns + "?limit=2&cursor=" + cursor;
        }
        assertEquals(List.of(5, 6, 7, 1, 2, 3, 4), seen);
    }

    @Test
    void for_spreadsheets_there_is_csv() {
        Order order = Order.paid(ann, sale, "{'VIP':2}");
        scan(order.codes(ann).getFirst()).is(200);

        Reply csv = door.get(checkIns + "?format=csv&limit=1").is(200);
        assertEquals("text/csv;charset=utf-8;header=present", csv.header("Content-Type"));
        List<String> lines = csv.text().lines().toList();
        assertEquals("number,label,section,tier,status,checkedInAt,bookingId,userId", lines.get(0));
        assertTrue(lines.get(1).startsWith("1,A-1,Stalls,VIP,checked-in,20"), lines.get(1));
        String link = csv.header("Link");
        Reply next = door.get(link.substring(1, link.indexOf('>'))).is(200);
        assertTrue(next.text().contains("2,A-2,Stalls,VIP,valid,,"), next.text());
        assertFalse(next.response().headers().map().containsKey("link"));
    }

    private Reply scan(String code) {
        return door.post(checkIns, body(code));
    }

    private static String body(String code) {
        return Json.of("{'code':'%s'}".formatted(code));
    }

    private static List<Integer> numbers(Reply page) {
        List<Integer> numbers = new ArrayList<>();
        page.json().get("items").forEach(ticket -> numbers.add(ticket.get("number").intValue()));
        return numbers;
    }
}
