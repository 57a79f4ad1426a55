package usher.server.payments;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/// Lets a test run with Stripe as the one who takes the money: `@TestProfile(WithStripe.class)`.
public final class WithStripe implements QuarkusTestProfile {

    static final String WEBHOOK_SECRET = "whsec_usher";

    static final FakeStripe STRIPE = new FakeStripe();

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Account.class));
    }

    /// The settings of an account at the fake.
    public static final class Account implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "usher.stripe-key",
                    FakeStripe.KEY,
                    "usher.stripe-webhook-secret",
                    WEBHOOK_SECRET,
                    "usher.stripe-url",
                    STRIPE.url(),
                    "usher.payment-look-seconds",
                    "1");
        }

        @Override
        public void stop() {}
    }
}
