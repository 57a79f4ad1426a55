package usher.server.payments;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.selling.ReportPayment;
import usher.engine.Result;
import usher.ledger.StreamId;
import usher.server.Settings;
import usher.server.http.Bodies;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.http.Refusals;
import usher.server.http.RequestIds;
import usher.server.http.V1;

/// What Stripe tells by itself: a fact, on disk, before it is acknowledged.
///
/// It may come twice, late, or in any order. Who is not told 200 sends it again for days, so only
/// what cannot be written now is refused; what concerns nobody here is taken and forgotten.
@Path("/v1/webhooks/stripe")
@Singleton
@NonBlocking
public final class StripeWebhook {

    private static final Logger LOG = Logger.getLogger(StripeWebhook.class);

    /// How old a signed message may be, in seconds: Stripe's own default.
    private static final long TOLERANCE_SECONDS = 300;

    private final Counter counter;
    private final V1 face;
    private final Optional<String> secret;

    StripeWebhook(Counter counter, V1 face, Settings settings) {
        this.counter = counter;
        this.face = face;
        this.secret = settings.stripeWebhookSecret();
    }

    @POST
    public @Nullable Response hear(
            @HeaderParam("Stripe-Signature") @DefaultValue("") String signature,
            @Context RoutingContext context) {
        String key = secret.orElseThrow(StripeWebhook::notConfigured);
        Exchange exchange = counter.open(face);
        String request = RequestIds.of(context);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                bytes -> {
                    String body = new String(bytes, StandardCharsets.UTF_8);
                    verify(body, signature, key);
                    news(body)
                            .ifPresentOrElse(
                                    news -> write(exchange, news, request),
                                    () -> exchange.complete(StripeWebhook::taken));
                });
        return null;
    }

    private static void write(Exchange exchange, StripeNews news, String request) {
        String known = Cause.isRequestId(news.id()) ? news.id() : request;
        StreamId stream = StreamId.of(news.event());
        exchange.askForResult(
                stream,
                at ->
                        new ReportPayment(
                                Cause.system(at, known),
                                news.booking(),
                                news.payment(),
                                news.report()),
                result -> acknowledged(stream, news, result));
    }

    private static Object acknowledged(StreamId stream, StripeNews news, Result result) {
        return switch (result) {
            case Result.Done _ -> taken();
            case Result.Refused _, Result.EventNotFound _ -> {
                LOG.warnf("Stripe tells of a payment that nobody began here: %s", news);
                yield taken();
            }
            case Result.Overloaded _, Result.Unavailable _ ->
                    throw Refusals.problem(stream, result);
        };
    }

    private static Response taken() {
        return Response.ok().build();
    }

    private static void verify(String body, String signature, String key) {
        try {
            Webhook.Signature.verifyHeader(body, signature, key, TOLERANCE_SECONDS);
        } catch (SignatureVerificationException forged) {
            throw new Problem(
                    ProblemType.WRONG_SIGNATURE,
                    "Sign with the secret of this endpoint, and send within five minutes.");
        }
    }

    private static Optional<StripeNews> news(String body) {
        try {
            return StripeNews.read(body);
        } catch (IllegalArgumentException wrong) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "Send an event of Stripe's, as JSON.");
        }
    }

    private static Problem notConfigured() {
        return new Problem(ProblemType.NOT_FOUND, "Set USHER_STRIPE_WEBHOOK_SECRET.");
    }
}
