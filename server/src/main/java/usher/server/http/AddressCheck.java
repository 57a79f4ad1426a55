package usher.server.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Refuses addresses that are none by [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986) before
/// anybody reads them, such as those with a `%` that no two hexadecimal digits follow.
///
/// Quarkus would do that with an empty answer; it is told not to. Runs on event loops.
@Singleton
public final class AddressCheck {

    /// The system property that tells it, as `true`, before it starts.
    public static final String INSTEAD_OF_QUARKUS = "vertx.disableURIValidation";

    /// After the ids of requests, before all that reads addresses.
    private static final int PRIORITY = 950;

    private final Faces faces;

    AddressCheck(Faces faces) {
        this.faces = faces;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, PRIORITY);
    }

    private void pass(RoutingContext context) {
        if (isAddress(context.request().uri())) {
            context.next();
        } else {
            String detail = "Write what no address may have in it as % and two hexadecimal digits.";
            faces.send(context, new Problem(ProblemType.MALFORMED_REQUEST, detail));
        }
    }

    private static boolean isAddress(@Nullable String text) {
        if (text == null) return false;
        try {
            URI _ = new URI(text);
            return true;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
