package usher.server.http;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import usher.server.dialect.Dialect;

/// Turns whatever a request died of into the answer of the API that it was for.
@Singleton
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final V1 v1;
    private final List<Dialect> dialects;
    private final Addresses addresses;

    Problems(V1 v1, @All List<Dialect> dialects, Addresses addresses) {
        this.v1 = v1;
        this.dialects = dialects;
        this.addresses = addresses;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, RoutingContext context) {
        return face(context).show(problem);
    }

    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException refused, RoutingContext context) {
        if (refused.getCause() instanceof Problem problem) return face(context).show(problem);
        int status = refused.getResponse().getStatus();
        if (status < 400) return refused.getResponse();
        if (status == 404 || status == 405) return wrongAddress(context);
        return face(context).show(new Problem(type(status), detail(status)));
    }

    /// Nothing is there, or something is, and cannot be asked in this way.
    private Response wrongAddress(RoutingContext context) {
        String allowed = addresses.methods(context.normalizedPath());
        int status = allowed.isEmpty() ? 404 : 405;
        Response shown = face(context).show(new Problem(type(status), detail(status)));
        return status == 404
                ? shown
                : Response.fromResponse(shown).header("Allow", allowed).build();
    }

    @ServerExceptionMapper
    Response mistake(Exception mistake, RoutingContext context) {
        RequestLog.mistake(LOG, context, "a request died of a mistake in Usher", mistake);
        return face(context)
                .show(
                        new Problem(
                                ProblemType.INTERNAL,
                                "The log knows more, under this X-Request-Id."));
    }

    private Face face(RoutingContext context) {
        String path = context.request().path();
        if (path == null) return v1;
        for (Dialect dialect : dialects) {
            if (dialect.owns(path)) return dialect;
        }
        return v1;
    }

    private static ProblemType type(int status) {
        return switch (status) {
            case 400 -> ProblemType.MALFORMED_REQUEST;
            case 401 -> ProblemType.UNAUTHORIZED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL;
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "Check the address; /docs lists them all.";
            case 405 -> "Check the method; /docs lists them all.";
            case 415 -> "Send JSON, with Content-Type: application/json.";
            case 406 -> "Accept application/json.";
            default -> "Check the request.";
        };
    }
}
