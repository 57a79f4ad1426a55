package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.selling.BookingId;
import usher.server.client.Json;
import usher.server.client.Order;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.server.language.Language;
import usher.server.mail.Inbox;
import usher.server.mail.Mail;
import usher.server.people.Contact;
import usher.server.people.People;
import usher.server.people.Person;
import usher.server.tickets.Pictures;

/// Mails, as they arrive at a real SMTP server.
@Tag("people")
@QuarkusTest
@TestProfile(WithMail.class)
final class MailTest {

    @Inject TestClock clock;
    @Inject People people;

    private final UUID id = UUID.randomUUID();
    private final Visitor ann = Visitor.nobody().as(id);
    private final Visitor organizer = Visitor.bob();
    private final Sale sale = Order.sale("Première\\r\\nBcc: eve@example.org");
    private final String address = "ann." + id + "@example.org";
    private final Inbox inbox = Inbox.of(address);

    @Test
    void who_pays_gets_his_tickets_in_his_language() throws IOException {
        Order order = booked("de", "{'VIP':2}");
        assertEquals(0, inbox.count());
        pay(order);

        Mail mail = inbox.next();
        assertEquals("Ihre Karten: Première Bcc: eve@example.org", mail.subject());
        assertEquals("Box office <tickets@example.org>", mail.header("From"));
        assertEquals("auto-generated", mail.header("Auto-Submitted"));
        assertEquals("<confirmed.%s@usher>".formatted(order.id()), mail.header("Message-ID"));
        assertEquals("", mail.header("Bcc"));
        String text = mail.body("text/plain");
        assertTrue(text.contains("Guten Tag Ann <Archer>,"), text);
        assertTrue(text.contains("Bezahlt: 200,00 USD"), text);
        List<String> codes = order.codes(ann);
        assertTrue(text.contains("/v1/tickets/" + codes.getFirst() + ".html"), text);
        String html = mail.body("text/html");
        assertTrue(html.contains("Guten Tag Ann &lt;Archer&gt;,"), html);
        assertTrue(html.contains("<img src=\"cid:ticket-2@usher\""), html);
        assertEquals(codes.getLast(), Pictures.read(mail.enclosed("<ticket-2@usher>")));
        try (PDDocument pdf = Loader.loadPDF(mail.file("tickets.pdf"))) {
            assertEquals(2, pdf.getNumberOfPages());
        }
    }

    @Test
    void who_gives_no_address_gets_no_mail() {
        Order order = Order.paid(ann, sale, "{'VIP':1}");
        organizer.post(order.path() + "/refund").is(200);
        Order other = booked("en", "{'GA':1}");
        pay(other);
        assertTrue(inbox.next().header("Message-ID").contains(other.id()));
        assertEquals(1, inbox.count());
    }

    @Test
    void who_is_refunded_hears_of_it() {
        Order order = booked("fr", "{'VIP':1}");
        pay(order);
        assertTrue(inbox.next().subject().startsWith("Vos billets"));
        organizer.post(order.path() + "/refund").is(200);

        Mail mail = inbox.next();
        assertTrue(mail.subject().startsWith("Remboursé"), mail.subject());
        assertFalse(mail.body("text/plain").contains("/v1/tickets/"));
    }

    @Test
    void everybody_hears_that_an_event_is_cancelled() {
        Order order = booked("en", "{'VIP':1}");
        pay(order);
        assertTrue(inbox.next().subject().startsWith("Your tickets"));
        organizer.post(sale.path() + "/cancel").is(200);
        assertTrue(inbox.next().subject().startsWith("Refunded"));
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void what_nobody_heard_of_is_found_when_it_is_due() {
        Order order = Order.paid(ann, sale, "{'VIP':1}");
        Person person = new Person(null, address, Language.SPANISH);
        Contact contact =
                new Contact(
                        new EventId(UUID.fromString(sale.id())),
                        new BookingId(UUID.fromString(order.id())),
                        new UserId(id),
                        person,
                        clock.millis());
        assertEquals(List.of(true), people.keep(List.of(contact)));

        assertTrue(inbox.next().subject().startsWith("Sus entradas"));
    }

    @Test
    void who_is_turned_away_is_tried_again() {
        String later = "later." + address;
        Inbox patient = Inbox.of(later);
        Order order =
                new Order(ann.post("/v1/bookings", body(later, "en", "{'VIP':1}")).text("id"));
        pay(order);
        patient.awaitTurnedAway();
        assertEquals(0, patient.count());
        patient.await(() -> clock.advance(Duration.ofSeconds(5)));

        assertTrue(patient.next().header("Message-ID").contains(order.id()));
        assertEquals(1, patient.timesTurnedAway());
    }

    @Test
    void who_is_not_known_there_is_tried_once() {
        String never = "never." + address;
        pay(new Order(ann.post("/v1/bookings", body(never, "en", "{'VIP':1}")).text("id")));
        Inbox closed = Inbox.of(never);
        closed.awaitTurnedAway();
        clock.advance(Duration.ofHours(2));
        pay(booked("en", "{'GA':1}"));
        inbox.next();
        assertEquals(1, closed.timesTurnedAway());
    }

    @Test
    void who_is_forgotten_gets_no_mail() {
        Order order = booked("en", "{'VIP':1}");
        ann.delete("/v1/people/" + id).is(204);
        pay(order);
        Visitor bob = Visitor.stranger();
        Order other =
                new Order(bob.post("/v1/bookings", body(address, "en", "{'GA':1}")).text("id"));
        bob.post("/v1/payments", Json.of("{'bookingId':'%s'}".formatted(other.id()))).is(201);
        assertTrue(inbox.next().header("Message-ID").contains(other.id()));
    }

    private Order booked(String language, String tickets) {
        return new Order(
                ann.post("/v1/bookings", body(address, language, tickets)).is(201).text("id"));
    }

    private String body(String email, String language, String tickets) {
        String contact =
                "{'name':'Ann <Archer>','email':'%s','language':'%s'}".formatted(email, language);
        return Json.of(
                "{'eventId':'%s','tickets':%s,'contact':%s}"
                        .formatted(sale.id(), tickets, contact));
    }

    private void pay(Order order) {
        ann.post("/v1/payments", Json.of("{'bookingId':'%s'}".formatted(order.id()))).is(201);
    }
}
