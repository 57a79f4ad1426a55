package usher.server.audit;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.event.EventDefinition;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Formats;
import usher.server.http.SpareThreads;
import usher.server.http.V1;
import usher.server.security.Caller;

/// The audit of an event, for whoever runs it: as JSON or as CSV, page by page.
@Path("/v1/events/{eventId}/audit")
@Singleton
@NonBlocking
public final class AuditResource {

    private static final int READERS = 2;
    private static final int PAGES_WAITING_MAX = 64;

    private final Counter counter;
    private final AuditReader reader;
    private final V1 face;
    private final ExecutorService readers =
            SpareThreads.of("usher-audit-", READERS, PAGES_WAITING_MAX);

    AuditResource(Counter counter, AuditReader reader, V1 face) {
        this.counter = counter;
        this.reader = reader;
        this.face = face;
    }

    /// In `dev` everybody is an organizer, but has to say who he is.
    ///
    /// @param format `json` or `csv`, whatever the caller accepts; null: what he accepts
    @GET
    @SuppressWarnings("UnusedVariable") // the caller is read to be refused if he is nobody
    public @Nullable Response get(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("1000") String limit,
            @QueryParam("format") @Nullable String format,
            @Context Request request) {
        AuditQuery query = AuditQuery.of(after, limit);
        boolean isCsv = Formats.isCsv(format, request);
        Exchange exchange = counter.open(face);
        exchange.lookAndGoOn(
                event,
                office -> office.event().definition(),
                found -> {
                    AuditOutput out = isCsv ? new AuditCsv(event, query.limit()) : new AuditJson();
                    SpareThreads.run(readers, exchange, () -> answer(exchange, found, query, out));
                });
        return null;
    }

    @PreDestroy
    void close() {
        readers.shutdown();
    }

    private void answer(
            Exchange exchange, EventDefinition event, AuditQuery query, AuditOutput out) {
        Response page = reader.page(event, query, out);
        exchange.complete(() -> page);
    }
}
