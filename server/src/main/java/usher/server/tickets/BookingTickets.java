package usher.server.tickets;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import usher.server.http.BookingFinder.Found;
import usher.server.http.Exchange;
import usher.server.language.Language;

/// Shows all tickets of a booking to somebody who may see them. Thread-safe.
@Singleton
final class BookingTickets {

    private final TicketOffice office;
    private final TicketAnswers answers;
    private final TicketWork work;

    BookingTickets(TicketOffice office, TicketAnswers answers, TicketWork work) {
        this.office = office;
        this.answers = answers;
        this.work = work;
    }

    /// Answers `exchange` with the tickets of `booking`.
    void show(Exchange exchange, Found booking, TicketFormat format, Language language) {
        work.run(
                exchange,
                () -> {
                    Response shown = answers.all(office.issue(booking), format, language);
                    exchange.complete(() -> shown);
                });
    }
}
