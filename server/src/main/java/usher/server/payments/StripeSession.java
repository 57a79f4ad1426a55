package usher.server.payments;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import java.util.Locale;
import java.util.Map;
import usher.domain.plan.Money;
import usher.domain.selling.Errand;

/// What Stripe is asked to open: the same request for the same payment, whenever it is made, since
/// Stripe compares what comes under one idempotency key. No personal data.
///
/// @param returnUrl where a buyer's browser goes afterwards; `{bookingId}` stands for the booking
record StripeSession(String returnUrl) {

    /// Names of what a session and its charge carry along.
    static final String BOOKING = "usher_booking";

    static final String EVENT = "usher_event";
    static final String PAYMENT = "usher_payment";

    /// Stripe's shortest life of a session is 30 minutes; Usher closes it long before, when the
    /// booking's time is over.
    private static final long LIFE_SECONDS = 31 * 60;

    SessionCreateParams of(Errand errand) {
        String back = returnUrl.replace("{bookingId}", errand.booking().toString());
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(errand.booking().toString())
                .setSuccessUrl(back)
                .setCancelUrl(back)
                .setExpiresAt(errand.expiresAtMillis() / 1000 + LIFE_SECONDS)
                .addLineItem(places(errand))
                .putAllMetadata(names(errand))
                .setPaymentIntentData(
                        PaymentIntentData.builder().putAllMetadata(names(errand)).build())
                .build();
    }

    private static LineItem places(Errand errand) {
        Money amount = errand.amount();
        String name = errand.event().details().name();
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                        LineItem.PriceData.builder()
                                .setCurrency(amount.currency().toLowerCase(Locale.ROOT))
                                .setUnitAmount(amount.amount())
                                .setProductData(
                                        LineItem.PriceData.ProductData.builder()
                                                .setName(name)
                                                .build())
                                .build())
                .build();
    }

    private static Map<String, String> names(Errand errand) {
        return Map.of(
                BOOKING, errand.booking().toString(),
                EVENT, errand.event().id().toString(),
                PAYMENT, errand.payment().toString());
    }
}
