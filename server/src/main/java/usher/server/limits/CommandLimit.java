package usher.server.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.server.Settings;
import usher.server.http.Faces;
import usher.server.http.Problem;
import usher.server.security.Caller;

/// How often callers may ask for something to be changed, if there is a limit; who only looks is
/// not counted.
///
/// A request is counted before anything of it is read but its headers, whatever becomes of it.
/// Users
/// are those that the `Authorization` header names; where the body does that, only addresses are
/// counted. Runs on event loops.
@Singleton
public final class CommandLimit {

    private static final String DETAIL = "You ask for too much at once: wait a little.";

    /// After the ids of requests, before all that does something.
    private static final int PRIORITY = 900;

    private static final Set<HttpMethod> LOOKING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /// What others send that are no callers, and that is signed.
    private static final String WEBHOOKS = "/v1/webhooks/";

    private final Faces faces;
    private final ClientAddresses addresses;
    private final @Nullable CallerLimit limit;

    CommandLimit(Settings settings, CallerLimits limits, ClientAddresses addresses, Faces faces) {
        this.addresses = addresses;
        this.faces = faces;
        int perSecond = settings.rateLimitCommandsPerSecond();
        int burst = settings.rateLimitCommandsBurst();
        limit =
                perSecond == 0
                        ? null
                        : limits.limit("commands", Rate.perSecond(perSecond, burst), DETAIL);
    }

    /// Whoever sets no limit does not pay for any.
    void register(@Observes Filters filters) {
        if (limit != null) filters.register(context -> pass(limit, context), PRIORITY);
    }

    private void pass(CallerLimit commands, RoutingContext context) {
        try {
            if (changesSomething(context)) {
                commands.begin(user(context), addresses.networkOf(context)).count();
            }
        } catch (Problem tooOften) {
            faces.send(context, tooOften);
            return;
        }
        context.next();
    }

    private static boolean changesSomething(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        boolean isWebhook = path != null && path.startsWith(WEBHOOKS);
        return !isWebhook && !LOOKING.contains(request.method());
    }

    private static @Nullable String user(RoutingContext context) {
        String header = context.request().headers().get(HttpHeaders.AUTHORIZATION);
        if (header == null) return null;
        try {
            return Caller.fromHeader(header).user().value().toString();
        } catch (Problem nobodyKnown) {
            return null;
        }
    }
}
