package usher.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever a request died of into the answer of the API that it was for.
@Singleton
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final Faces faces;
    private final Addresses addresses;

    Problems(Faces faces, Addresses addresses) {
        this.faces = faces;
        this.addresses = addresses;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, RoutingContext context) {
        return faces.of(context).show(problem);
    }

    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException refused, RoutingContext context) {
        if (refused.getCause() instanceof Problem problem) return faces.of(context).show(problem);
        int status = refused.getResponse().getStatus();
        if (status < 400) return refused.getResponse();
        if (status == 404 || status == 405) return wrongAddress(context);
        return faces.of(context).show(new Problem(type(status), detail(status)));
    }

    /// Nothing is there, or something is, and cannot be asked in this way.
    private Response wrongAddress(RoutingContext context) {
        String allowed = addresses.methods(context.normalizedPath());
        int status = allowed.isEmpty() ? 404 : 405;
        Response shown = faces.of(context).show(new Problem(type(status), detail(status)));
        return status == 404
                ? shown
                : Response.fromResponse(shown).header("Allow", allowed).build();
    }

    @ServerExceptionMapper
    Response mistake(Exception mistake, RoutingContext context) {
        RequestLog.mistake(LOG, context, "a request died of a mistake in Usher", mistake);
        return faces.of(context)
                .show(
                        new Problem(
                                ProblemType.INTERNAL,
                                "The log knows more, under this X-Request-Id."));
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
