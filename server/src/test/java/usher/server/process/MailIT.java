package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.server.client.Json;
import usher.server.client.Order;
import usher.server.client.Visitor;
import usher.server.mail.Inbox;
import usher.server.mail.Mail;
import usher.server.mail.SmtpServer;

/// A crash between a booking and its mail loses no mail.
final class MailIT {

    @TempDir Path folder;

    private final String address = UUID.randomUUID() + "@example.org";

    @Test
    void what_was_owed_when_the_process_was_killed_is_sent_by_the_next() throws IOException {
        try (SmtpServer smtp = new SmtpServer()) {
            Map<String, String> environment =
                    Map.of(
                            "USHER_MAIL_HOST",
                            "127.0.0.1",
                            "USHER_MAIL_PORT",
                            String.valueOf(smtp.port()),
                            "USHER_MAIL_TLS",
                            "none",
                            "USHER_MAIL_FROM",
                            "tickets@example.org");
            Order order;
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                order = paid(Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN));
            }
            Inbox inbox = Inbox.of(address);
            assertEquals(0, inbox.count());

            smtp.start();
            try (ServerProcess _ = ServerProcess.start(folder, environment)) {
                Mail mail = inbox.next();
                assertEquals(
                        "<confirmed.%s@usher>".formatted(order.id()), mail.header("Message-ID"));
                try (PDDocument pdf = Loader.loadPDF(mail.file("tickets.pdf"))) {
                    assertEquals(1, pdf.getNumberOfPages());
                }
            }
        }
    }

    private Order paid(Visitor ann) {
        String event =
                ann.post("/v1/events", Json.of("{'name':'A sale','totalSeats':10}")).text("id");
        String seat = event.substring(0, event.length() - 1) + "1";
        ann.post("/v1/events/%s/seats/%s/hold".formatted(event, seat)).is(200);
        String booking =
                "{'eventId':'%s','seats':['%s'],'contact':{'email':'%s'}}"
                        .formatted(event, seat, address);
        return new Order(ann.post("/v1/bookings", Json.of(booking)).is(201).text("id"));
    }
}
