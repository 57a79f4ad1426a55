package usher.server.tickets;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import usher.server.http.BookingFinder.Found;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.V1;
import usher.server.language.Language;

/// One ticket by its code, and the keys that verify codes. Whoever has the code has the ticket, so
/// nobody is asked who he is.
@Path("/v1/tickets")
@Singleton
@NonBlocking
public final class TicketsResource {

    private final Counter counter;
    private final TicketCodes codes;
    private final TicketAnswers answers;
    private final TicketWork work;
    private final V1 face;

    TicketsResource(
            Counter counter, TicketCodes codes, TicketAnswers answers, TicketWork work, V1 face) {
        this.counter = counter;
        this.codes = codes;
        this.answers = answers;
        this.work = work;
        this.face = face;
    }

    /// For scanners that verify without asking.
    @GET
    @Path("keys")
    public Response keys() {
        return Response.ok(KeySet.of(codes.keys()))
                .header("Content-Type", KeySet.TYPE)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    /// Shows the ticket whose code, perhaps with the suffix of a format, is `name`.
    @GET
    @Path("{code}")
    public @Nullable Response get(
            @PathParam("code") String name,
            @HeaderParam("Accept-Language") @Nullable String languages,
            @Context Request request) {
        @Nullable TicketFormat asked = TicketFormat.atEndOf(name);
        String code =
                asked == null ? name : name.substring(0, name.length() - asked.suffix().length());
        TicketFormat format =
                asked == null ? TicketFormat.liked(request, TicketFormat.OF_ONE) : asked;
        Language language = Language.liked(languages);
        Exchange exchange = counter.open(face);
        work.run(exchange, () -> show(exchange, code, format, language));
        return null;
    }

    private void show(Exchange exchange, String code, TicketFormat format, Language language) {
        TicketClaim claim = codes.read(code);
        exchange.lookAndGoOn(
                claim.event(),
                office -> Found.in(office, claim.booking()),
                found ->
                        work.run(
                                exchange,
                                () -> {
                                    Ticket ticket = TicketOffice.known(code, claim, found);
                                    Response shown = answers.one(ticket, format, language);
                                    exchange.complete(() -> shown);
                                }));
    }
}
