package usher.server.tickets;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.language.Language;

/// Tickets as answers, in every format. Thread-safe; takes milliseconds: not on an event loop.
@Singleton
final class TicketAnswers {

    private static final int PNG_PIXELS_PER_MODULE = 8;

    /// A page may have its own style and nothing else, from nowhere.
    private static final String NOTHING_FROM_ELSEWHERE =
            "default-src 'none'; style-src 'unsafe-inline'";

    private final TicketPages pages;

    TicketAnswers(TicketPages pages) {
        this.pages = pages;
    }

    /// `ticket` alone.
    ///
    /// @throws Problem if only its code was asked for, and it lets nobody in
    Response one(Ticket ticket, TicketFormat format, Language language) {
        byte[] body =
                switch (format) {
                    case JSON -> TicketJson.one(ticket);
                    case HTML -> page(List.of(ticket), language);
                    case PDF -> TicketPdf.of(List.of(good(ticket)), language);
                    case SVG -> bytes(QrCode.of(good(ticket).code()).svg());
                    case PNG -> QrCode.of(good(ticket).code()).png(PNG_PIXELS_PER_MODULE);
                };
        return answer(body, format, "ticket-" + ticket.seat());
    }

    /// All of `tickets`, at least one, of one booking.
    Response all(List<Ticket> tickets, TicketFormat format, Language language) {
        byte[] body =
                switch (format) {
                    case HTML -> page(tickets, language);
                    case PDF -> TicketPdf.of(tickets, language);
                    case JSON, SVG, PNG -> TicketJson.list(tickets);
                };
        return answer(body, format, "tickets-" + tickets.getFirst().booking().id());
    }

    private static Response answer(byte[] body, TicketFormat format, String name) {
        Response.ResponseBuilder answer =
                Response.ok(body)
                        .header("Content-Type", format.type())
                        .header("Cache-Control", "private, no-cache")
                        .header("Vary", "Accept, Accept-Language")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", NOTHING_FROM_ELSEWHERE);
        if (format == TicketFormat.PDF) {
            answer.header("Content-Disposition", "inline; filename=\"%s.pdf\"".formatted(name));
        }
        return answer.build();
    }

    private byte[] page(List<Ticket> tickets, Language language) {
        return bytes(pages.page(tickets, language));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Ticket good(Ticket ticket) {
        if (ticket.status().isGood()) return ticket;
        throw new Problem(
                ProblemType.TICKET_NOT_VALID,
                "It is %s; ask for it in JSON.".formatted(ticket.status().word()));
    }
}
