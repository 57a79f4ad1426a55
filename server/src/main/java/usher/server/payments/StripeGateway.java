package usher.server.payments;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import java.util.Optional;
import usher.domain.selling.Errand;
import usher.domain.selling.PaymentReport;
import usher.server.Settings;

/// Stripe: a payment is a Checkout Session, opened and given back under idempotency keys that
/// follow from the payment's id, so asking twice does it once.
///
/// What it answers is what the session says, never what was hoped for: whatever could not be closed
/// is looked at, and a session that is complete but not paid (a bank is still to confirm it) stays
/// open. Source of the states: Stripe's API reference, the Checkout Session object.
final class StripeGateway implements Gateway {

    /// What the provider is called in facts and answers.
    static final String NAME = "stripe";

    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int READ_MILLIS_MAX = 20_000;
    private static final String ALREADY_REFUNDED = "charge_already_refunded";
    private static final String KEY_IN_USE = "idempotency_key_in_use";

    private final StripeClient stripe;
    private final StripeSession sessions;

    private StripeGateway(StripeClient stripe, StripeSession sessions) {
        this.stripe = stripe;
        this.sessions = sessions;
    }

    static StripeGateway of(Settings settings, String key) {
        StripeClient.StripeClientBuilder client =
                StripeClient.builder()
                        .setApiKey(key)
                        .setConnectTimeout(CONNECT_MILLIS_MAX)
                        .setReadTimeout(READ_MILLIS_MAX)
                        .setMaxNetworkRetries(0); // the engine asks again
        settings.stripeUrl().ifPresent(client::setApiBase);
        return new StripeGateway(client.build(), new StripeSession(settings.checkoutReturnUrl()));
    }

    @Override
    public Optional<PaymentReport> ask(Errand errand) {
        try {
            return switch (errand.what()) {
                case OPEN -> open(errand);
                case LOOK -> look(errand);
                case CLOSE -> close(errand);
                case REFUND -> refund(errand);
            };
        } catch (StripeException trouble) {
            String what = "Stripe does not %s: %s".formatted(errand.what(), trouble.getMessage());
            throw new GatewayTrouble(what, trouble);
        }
    }

    /// A request that Stripe finds wrong opens nothing, now or later.
    private Optional<PaymentReport> open(Errand errand) throws StripeException {
        try {
            Session session =
                    stripe.v1().checkout().sessions().create(sessions.of(errand), once(errand));
            String url = session.getUrl();
            return Optional.of(new PaymentReport.Opened(session.getId(), url == null ? "" : url));
        } catch (InvalidRequestException wrong) {
            if (KEY_IN_USE.equals(wrong.getCode())) throw wrong;
            return Optional.of(new PaymentReport.Failed());
        }
    }

    private Optional<PaymentReport> look(Errand errand) throws StripeException {
        return report(stripe.v1().checkout().sessions().retrieve(errand.reference()));
    }

    private Optional<PaymentReport> close(Errand errand) throws StripeException {
        try {
            return report(stripe.v1().checkout().sessions().expire(errand.reference()));
        } catch (InvalidRequestException notOpen) {
            return look(errand);
        }
    }

    private Optional<PaymentReport> refund(Errand errand) throws StripeException {
        Session session = stripe.v1().checkout().sessions().retrieve(errand.reference());
        RefundCreateParams wanted =
                RefundCreateParams.builder().setPaymentIntent(session.getPaymentIntent()).build();
        try {
            String status = stripe.v1().refunds().create(wanted, once(errand)).getStatus();
            boolean isOnItsWay = "succeeded".equals(status) || "pending".equals(status);
            return isOnItsWay ? Optional.of(new PaymentReport.Refunded()) : Optional.empty();
        } catch (InvalidRequestException wrong) {
            if (!ALREADY_REFUNDED.equals(wrong.getCode())) throw wrong;
            return Optional.of(new PaymentReport.Refunded());
        }
    }

    private static Optional<PaymentReport> report(Session session) {
        return switch (session.getStatus()) {
            case "complete" ->
                    "unpaid".equals(session.getPaymentStatus())
                            ? Optional.empty()
                            : Optional.of(new PaymentReport.Succeeded());
            case "expired" -> Optional.of(new PaymentReport.Failed());
            default -> Optional.empty();
        };
    }

    private static RequestOptions once(Errand errand) {
        String key = "usher-%s-%s".formatted(errand.what(), errand.payment());
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
