package usher.server.tickets;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import usher.domain.event.EventDefinition;
import usher.domain.venue.Location;
import usher.server.http.LocalTimes;
import usher.server.language.Language;
import usher.server.language.Templates;

/// Tickets as a page to look at and to print, each with its code. Thread-safe.
@Singleton
public final class TicketPages {

    private final Templates templates;

    TicketPages(Templates templates) {
        this.templates = templates;
    }

    /// The page of `tickets`, at least one, all of one event.
    String page(List<Ticket> tickets, Language language) {
        List<PrintedTicket> printed = printed(tickets, language);
        return templates
                .html("usher/server/tickets/tickets.html")
                .data("language", language.tag())
                .data("title", language.say("ticket.title", printed.getFirst().event()))
                .data("tickets", printed)
                .render();
    }

    /// The zone by which people go there; UTC: nobody said.
    public static ZoneId zone(EventDefinition event) {
        Location location = event.location();
        return location == null ? ZoneOffset.UTC : LocalTimes.zone(location);
    }

    /// What people read on each of `tickets`.
    public static List<PrintedTicket> printed(List<Ticket> tickets, Language language) {
        List<PrintedTicket> printed = new ArrayList<>(tickets.size());
        for (Ticket ticket : tickets) {
            printed.add(PrintedTicket.of(ticket, printed.size() + 1, tickets.size(), language));
        }
        return printed;
    }
}
