package usher.server.analytics;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.analytics.Bucket;
import usher.domain.event.EventDefinition;
import usher.ledger.LedgerException;
import usher.server.http.Counter;
import usher.server.http.EntityTags;
import usher.server.http.Exchange;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.http.SpareThreads;
import usher.server.http.V1;
import usher.server.security.Caller;

/// The figures of an event, for whoever runs it.
@Path("/v1/events/{eventId}/analytics")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class AnalyticsResource {

    private static final int READERS = 2;
    private static final int LOOKS_WAITING_MAX = 256;

    private final Counter counter;
    private final Followers followers;
    private final V1 face;
    private final ExecutorService readers =
            SpareThreads.of("usher-figures-", READERS, LOOKS_WAITING_MAX);

    AnalyticsResource(Counter counter, Followers followers, V1 face) {
        this.counter = counter;
        this.followers = followers;
        this.face = face;
    }

    /// In `dev` everybody is an organizer, but has to say who he is.
    @GET
    @SuppressWarnings("UnusedVariable") // the caller is read to be refused if he is nobody
    public @Nullable Response get(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @QueryParam("bucket") @DefaultValue("hour") String bucket,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Bucket wanted = bucket(bucket);
        Exchange exchange = counter.open(face);
        exchange.lookAndGoOn(
                event,
                office -> office.event().definition(),
                found -> read(exchange, found, wanted, known));
        return null;
    }

    @PreDestroy
    void close() {
        readers.shutdown();
    }

    private void read(
            Exchange exchange, EventDefinition event, Bucket bucket, @Nullable String known) {
        try {
            readers.execute(() -> answer(exchange, event, bucket, known));
        } catch (RejectedExecutionException tooMany) {
            exchange.fail(new Problem(ProblemType.OVERLOADED, "Try again in a second."));
        }
    }

    private void answer(
            Exchange exchange, EventDefinition event, Bucket bucket, @Nullable String known) {
        try {
            Response response =
                    followers.of(event).now(figures -> response(figures, bucket, known));
            exchange.complete(() -> response);
        } catch (LedgerException trouble) {
            exchange.fail(new Problem(ProblemType.UNAVAILABLE, "Try again in a moment."));
        } catch (RuntimeException mistake) {
            exchange.complete(
                    () -> {
                        throw mistake;
                    });
        }
    }

    private static Response response(Figures figures, Bucket bucket, @Nullable String known) {
        long version = figures.version();
        return EntityTags.knows(known, version)
                ? EntityTags.notModified(version)
                : EntityTags.ok(version, AnalyticsJson.render(figures, bucket));
    }

    private static Bucket bucket(String word) {
        for (Bucket bucket : Bucket.values()) {
            if (bucket.name().toLowerCase(Locale.ROOT).equals(word)) return bucket;
        }
        throw Problem.field("bucket", "must be minute, hour or day");
    }
}
