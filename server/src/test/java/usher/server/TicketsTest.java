package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Order;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.server.tickets.Pictures;

/// Tickets as those who bought them see them: in every format, and only their own.
@QuarkusTest
final class TicketsTest {

    private static final String EVIL = "<script>alert('{1+1}')</script> & \"Łódź 東京\"";

    private final Visitor ann = Visitor.stranger();
    private final Visitor bob = Visitor.stranger();
    private final Sale sale = Order.sale(EVIL);

    @Test
    void each_place_of_a_confirmed_booking_has_a_ticket() {
        Order order = Order.paid(ann, sale, "{'VIP':2,'GA':1}");

        List<JsonNode> tickets = tickets(order);

        assertEquals(3, tickets.size());
        JsonNode first = tickets.getFirst();
        assertEquals("valid", first.get("status").asText());
        assertEquals("A-1", first.get("label").asText());
        assertEquals("VIP", first.get("tier").asText());
        assertEquals(EVIL, first.get("eventName").asText());
        assertEquals(order.id(), first.get("bookingId").asText());
        assertEquals("Floor-1", tickets.getLast().get("label").asText());
        assertEquals(3, tickets.stream().map(TicketsTest::code).distinct().count());
    }

    @Test
    void whoever_has_the_code_sees_the_ticket() {
        JsonNode ticket = tickets(Order.paid(ann, sale, "{'VIP':1}")).getFirst();
        String code = code(ticket);

        assertEquals(ticket, Visitor.nobody().get("/v1/tickets/" + code).is(200).json());
        assertEquals(ticket, Visitor.nobody().get("/v1/tickets/" + code + ".json").json());
        String small = code.toLowerCase(Locale.ROOT);
        Visitor.nobody().get("/v1/tickets/" + small).is(200);
    }

    @Test
    void only_a_confirmed_booking_has_tickets() {
        Order pending = Order.pending(ann, sale, "{'VIP':1}");
        ann.get(pending.tickets()).isProblem(409, "booking-not-confirmed");
        Order refunded = Order.paid(ann, sale, "{'VIP':1}");
        bob.post(refunded.path() + "/refund").is(200);
        ann.get(refunded.tickets()).isProblem(409, "booking-not-confirmed");
    }

    @Test
    void nobody_sees_the_tickets_of_somebody_else() {
        Order order = Order.paid(ann, sale, "{'VIP':1}");
        bob.get(order.tickets()).isProblem(404, "booking-not-found");
        Visitor.nobody().get(order.tickets()).isProblem(401, "unauthorized");
        bob.get("/v1/bookings/nonsense/tickets").isProblem(404, "booking-not-found");
    }

    @Test
    void an_organizer_prints_them_again() {
        Order order = Order.paid(ann, sale, "{'VIP':1}");
        String path = "%s/bookings/%s/tickets".formatted(sale.path(), order.id());
        assertEquals(ann.get(order.tickets()).json(), bob.get(path).is(200).json());
        bob.get("%s/bookings/%s/tickets".formatted(Sale.of(1).path(), order.id()))
                .isProblem(404, "booking-not-found");
        Visitor.nobody().get(path).isProblem(401, "unauthorized");
    }

    @Test
    void a_booking_that_was_called_off_makes_its_tickets_worthless() {
        Order order = Order.paid(ann, sale, "{'VIP':1}");
        String ticket = "/v1/tickets/" + code(tickets(order).getFirst());
        bob.post(order.path() + "/refund").is(200);

        assertEquals("refunded", ann.get(ticket).is(200).text("status"));
        ann.get(ticket + ".png").isProblem(409, "ticket-not-valid");
        ann.get(ticket + ".svg").isProblem(409, "ticket-not-valid");
        ann.get(ticket + ".pdf").isProblem(409, "ticket-not-valid");
        String page = ann.get(ticket + ".html").is(200).text();
        assertTrue(page.contains("Refunded"), page);
        assertFalse(page.contains("<svg"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%00", "🎭", "..", "keys.json"})
    void what_is_no_code_has_no_ticket(String code) {
        String path = "/v1/tickets/" + code.replace("🎭", "%F0%9F%8E%AD").replace("..", "%2e%2e");
        assertEquals(404, Visitor.nobody().get(path).status());
        Visitor.nobody().get("/v1/tickets/" + "A".repeat(162)).isProblem(404, "ticket-not-found");
    }

    @Test
    void the_code_is_drawn_and_painted() {
        String code = code(tickets(Order.paid(ann, sale, "{'VIP':1}")).getFirst());
        Reply png = Visitor.nobody().get("/v1/tickets/" + code + ".png").is(200);
        assertEquals("image/png", png.header("Content-Type"));
        assertEquals(code, Pictures.read(png.response().body()));

        Visitor painter = Visitor.nobody().with("Accept", "image/svg+xml,image/*;q=0.8");
        Reply svg = painter.get("/v1/tickets/" + code).is(200);
        assertEquals("image/svg+xml", svg.header("Content-Type"));
        assertTrue(svg.text().startsWith("<svg "), svg.text());
        Visitor.nobody()
                .with("Accept", "audio/midi")
                .get("/v1/tickets/" + code)
                .isProblem(406, "not-acceptable");
    }

    @Test
    void a_page_shows_them_in_the_readers_language_and_escapes_everything() {
        Order order = Order.paid(ann, sale, "{'VIP':2}");
        Visitor browser = ann.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        Reply page = browser.with("Accept-Language", "de").get(order.tickets()).is(200);

        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        String html = page.text();
        assertTrue(html.contains("<html lang=\"de\">"), html);
        assertTrue(html.contains("Karte 2 von 2"), html);
        assertTrue(
                html.contains("&lt;script&gt;alert(&#39;{1+1}&#39;)&lt;/script&gt; &amp;"), html);
        assertFalse(html.contains("<script"), html);
        assertEquals(3, html.split("<svg ", -1).length);
        assertTrue(html.contains("100,00 USD"), html);
    }

    @Test
    void a_document_has_a_page_for_each() throws IOException {
        Order order = Order.paid(ann, sale, "{'VIP':1,'GA':2}");
        Reply reply = ann.with("Accept", "application/pdf").get(order.tickets()).is(200);

        List<String> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(reply.response().body())) {
            assertEquals(3, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("<script>alert('{1+1}')</script>"), text);
            assertTrue(text.contains("Łódź ??"), text);
            assertTrue(text.contains("Ticket 3 of 3"), text);
            for (int page = 0; page < 3; page++) {
                BufferedImage picture = new PDFRenderer(document).renderImage(page, 3);
                codes.add(Pictures.read(picture));
            }
        }
        assertEquals(tickets(order).stream().map(TicketsTest::code).toList(), codes);
    }

    @Test
    void the_keys_are_for_everybody() {
        JsonNode key = Visitor.nobody().get("/v1/tickets/keys").is(200).json().at("/keys/0");
        assertEquals("OKP", key.get("kty").asText());
        assertEquals("Ed25519", key.get("crv").asText());
        assertEquals(43, key.get("x").asText().length());
        assertNotEquals("", key.get("kid").asText());
    }

    private List<JsonNode> tickets(Order order) {
        List<JsonNode> tickets = new ArrayList<>();
        ann.get(order.tickets()).is(200).json().get("items").forEach(tickets::add);
        return tickets;
    }

    private static String code(JsonNode ticket) {
        return ticket.get("code").asText();
    }
}
