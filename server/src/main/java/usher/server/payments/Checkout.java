package usher.server.payments;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import usher.server.Settings;
import usher.server.http.Fields;

/// Which provider takes the money of a payment: Stripe if this node has its key, else nobody.
@Singleton
public final class Checkout {

    private static final int OUTCOME_LENGTH_MAX = 20;

    private final boolean isStripe;

    Checkout(Settings settings) {
        isStripe = settings.stripeKey().isPresent();
    }

    /// Whether money is real, so that nobody can say himself that he paid.
    public boolean isReal() {
        return isStripe;
    }

    /// How the payment that `fields` ask for is to be made; notes what is wrong with `outcome`.
    public Way read(Fields fields) {
        String outcome = fields.optionalText("outcome", OUTCOME_LENGTH_MAX);
        if (isStripe) {
            if (outcome != null) fields.wrong("outcome", "is for simulated payments only");
            return new Way.At(StripeGateway.NAME);
        }
        Way way = simulated(outcome);
        if (way != null) return way;
        fields.wrong("outcome", "must be succeeded, failed, later or never");
        return new Way.AtOnce(false);
    }

    private static @Nullable Way simulated(@Nullable String outcome) {
        return switch (outcome) {
            case null -> new Way.AtOnce(true);
            case "succeeded" -> new Way.AtOnce(true);
            case "failed" -> new Way.AtOnce(false);
            case "later" -> new Way.At(SimulatedGateway.LATER);
            case "never" -> new Way.At(SimulatedGateway.NEVER);
            default -> null;
        };
    }

    /// How a payment is made.
    public sealed interface Way {

        /// Simulated, and over at once.
        record AtOnce(boolean succeeds) implements Way {}

        /// At a gateway.
        record At(String provider) implements Way {}
    }
}
