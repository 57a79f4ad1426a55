package usher.server.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.server.payments.WithStripe.STRIPE;

import com.stripe.net.Webhook;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Visitor;

/// Bookings that are paid at Stripe: the real client library against a server that behaves as the
/// documented API does, and webhooks as Stripe signs them.
@QuarkusTest
@TestProfile(WithStripe.class)
final class StripeTest {

    private static final String HOOK = "/v1/webhooks/stripe";

    private final Visitor ann = Visitor.stranger();
    private final String event = event();

    @Test
    void a_booking_is_paid_at_the_checkout_and_confirmed_by_the_webhook() {
        String booking = booked();
        Reply payment = pay(booking).is(201);

        assertEquals("pending", payment.text("status"));
        assertEquals("stripe", payment.text("provider"));
        assertTrue(payment.text("checkoutUrl").startsWith("https://checkout.example/cs_test_"));
        Map<String, String> session = STRIPE.session(booking);
        assertEquals("10000", session.get("line_items[0][price_data][unit_amount]"));
        assertEquals("usd", session.get("line_items[0][price_data][currency]"));
        assertEquals("A sale", session.get("line_items[0][price_data][product_data][name]"));

        STRIPE.pay(booking);
        hear("checkout.session.completed", booking, "paid").is(200);

        Reply confirmed = ann.get("/v1/bookings/" + booking).is(200);
        assertEquals("confirmed", confirmed.text("status"));
        assertEquals("succeeded", confirmed.text("/payment/status"));
        assertFalse(confirmed.json().at("/payment").has("checkoutUrl"));
    }

    @Test
    void paying_twice_is_one_payment() {
        String booking = booked();
        Reply first = pay(booking).is(201);

        assertEquals(first.json(), pay(booking).is(201).json());
        STRIPE.session(booking);
    }

    @Test
    void the_same_news_again_late_and_in_disorder_change_nothing() {
        String booking = opened();
        STRIPE.pay(booking);
        for (int i = 0; i < 3; i++) {
            hear("checkout.session.completed", booking, "paid").is(200);
            hear("checkout.session.async_payment_succeeded", booking, "paid").is(200);
            hear("checkout.session.expired", booking, "unpaid").is(200);
        }
        assertEquals("confirmed", status(booking));
    }

    @Test
    void a_session_that_is_complete_and_not_paid_yet_confirms_nothing() {
        String booking = opened();

        hear("checkout.session.completed", booking, "unpaid").is(200);
        assertEquals("pending", status(booking));
        hear("checkout.session.async_payment_failed", booking, "unpaid").is(200);
        assertEquals("failed", status(booking));
    }

    @Test
    void news_that_nobody_signed_are_refused() {
        String booking = opened();
        String body = news("checkout.session.completed", booking, "paid");
        long now = now();

        signed(body, "t=%d,v1=%s".formatted(now, "0".repeat(64))).isProblem(400, "wrong-signature");
        signed(body, "nonsense").isProblem(400, "wrong-signature");
        signed(body, "").isProblem(400, "wrong-signature");
        signed(body, signature(body, now - 301)).isProblem(400, "wrong-signature");
        String altered = body.replace(booking, booked());
        signed(altered, signature(body, now)).isProblem(400, "wrong-signature");
        assertEquals("pending", status(booking));
    }

    @Test
    void news_of_others_are_taken_and_forgotten() {
        signed(Json.of("{'id':'evt_1','type':'customer.created'}")).is(200);
        signed(Json.of("{'id':'evt_2','type':'checkout.session.completed'}")).is(200);
        signed("{}").is(200);
        String stranger = news("checkout.session.completed", opened(), "paid");
        signed(stranger.replaceAll("\"usher_payment\":\"[^\"]*\"", unknown())).is(200);
        signed("no json").isProblem(400, "malformed-request");
    }

    @Test
    void what_stripe_forgets_to_tell_is_found_by_looking() {
        String booking = opened();
        STRIPE.pay(booking);

        until(() -> status(booking).equals("confirmed"));
    }

    @ParameterizedTest
    @EnumSource(FakeStripe.Fault.class)
    void what_goes_wrong_on_the_way_is_tried_again_and_done_once(FakeStripe.Fault fault) {
        String booking = booked();
        STRIPE.fail(fault, fault);
        Reply payment = pay(booking).is(201);

        assertTrue(payment.json().has("checkoutUrl"), payment::text);
        STRIPE.session(booking);
    }

    @Test
    void an_organizer_gives_the_money_back() {
        String booking = opened();
        STRIPE.pay(booking);
        hear("checkout.session.completed", booking, "paid").is(200);
        STRIPE.fail(FakeStripe.Fault.MUTE, FakeStripe.Fault.BROKEN);

        Reply ended = ann.post("/v1/bookings/" + booking + "/refund").is(200);

        assertEquals("refunded", ended.text("status"));
        until(() -> paymentStatus(booking).equals("refunded"));
        assertTrue(STRIPE.isRefunded(booking));
    }

    @Test
    void what_is_refunded_at_stripe_is_called_off_here() {
        String booking = opened();
        STRIPE.pay(booking);
        hear("checkout.session.completed", booking, "paid").is(200);

        hear("charge.refunded", booking, "paid").is(200);

        assertEquals("refunded", status(booking));
        assertEquals("refunded", paymentStatus(booking));
    }

    @Test
    void who_cancels_while_he_pays_has_his_session_closed() {
        String booking = opened();
        ann.post("/v1/bookings/" + booking + "/cancel").is(200);

        until(() -> paymentStatus(booking).equals("failed"));
        assertEquals("expired", STRIPE.session(booking).get("status"));
        assertEquals("cancelled", status(booking));
    }

    @Test
    void who_paid_and_cancelled_gets_his_money_back() {
        String booking = opened();
        STRIPE.pay(booking);
        ann.post("/v1/bookings/" + booking + "/cancel").is(200);

        until(() -> paymentStatus(booking).equals("refunded"));
        assertTrue(STRIPE.isRefunded(booking));
        assertEquals("refunded", status(booking));
    }

    @Test
    void everybody_gets_his_money_back_from_an_event_that_is_cancelled() {
        String booking = opened();
        STRIPE.pay(booking);
        hear("checkout.session.completed", booking, "paid").is(200);

        ann.post("/v1/events/" + event + "/cancel").is(200);

        until(() -> paymentStatus(booking).equals("refunded"));
        assertTrue(STRIPE.isRefunded(booking));
    }

    @Test
    void nobody_says_himself_that_he_paid() {
        String booking = booked();
        String body = "{'bookingId':'%s','outcome':'succeeded'}".formatted(booking);

        ann.post("/v1/payments", Json.of(body)).isWrongField("outcome");
        String ofDialect = "{'bookingId':'%s','success':true}".formatted(booking);
        ann.post("/payment", Json.of(ofDialect)).is(403);
        assertEquals("pending", status(booking));
    }

    private String opened() {
        String booking = booked();
        pay(booking).is(201);
        return booking;
    }

    private String booked() {
        String body = "{'eventId':'%s','tickets':{'VIP':1}}".formatted(event);
        return ann.post("/v1/bookings", Json.of(body)).is(201).text("id");
    }

    private Reply pay(String booking) {
        return ann.post("/v1/payments", Json.of("{'bookingId':'%s'}".formatted(booking)));
    }

    private String status(String booking) {
        return ann.get("/v1/bookings/" + booking).is(200).text("status");
    }

    private String paymentStatus(String booking) {
        return ann.get("/v1/bookings/" + booking).is(200).text("/payment/status");
    }

    private Reply hear(String type, String booking, String paymentStatus) {
        return signed(news(type, booking, paymentStatus));
    }

    private Reply signed(String body) {
        return signed(body, signature(body, now()));
    }

    private static Reply signed(String body, String signature) {
        return Visitor.nobody().with("Stripe-Signature", signature).post(HOOK, body);
    }

    /// What Stripe sends about the session of a booking, with much that nobody needs.
    private String news(String type, String booking, String paymentStatus) {
        String payment = ann.get("/v1/bookings/" + booking).is(200).text("/payment/id");
        return Json.of(
                ("{'id':'evt_%s','object':'event','api_version':'2099-01-01','type':'%s','data':"
                                + "{'object':{'object':'x','payment_status':'%s','refunded':true,"
                                + "'customer_details':{'email':'ann@example.org'},'metadata':"
                                + "{'usher_booking':'%s','usher_event':'%s','usher_payment':'%s'}"
                                + "}}}")
                        .formatted(payment, type, paymentStatus, booking, event, payment));
    }

    private static String unknown() {
        return "\"usher_payment\":\"00000000-0000-4000-8000-000000000000\"";
    }

    private static String signature(String body, long at) {
        try {
            String mac = Webhook.Util.computeHmacSha256(WithStripe.WEBHOOK_SECRET, at + "." + body);
            return "t=%d,v1=%s".formatted(at, mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static String event() {
        String body =
                "{'name':'A sale','policy':{'heldSeatsPerUser':0},'sections':[{'name':'Stalls',"
                        + "'tier':'VIP','price':{'amount':10000,'currency':'USD'},'rows':1,"
                        + "'seatsPerRow':5}]}";
        return Visitor.ann().post("/v1/events", Json.of(body)).is(201).text("id");
    }

    private static void until(BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) LockSupport.parkNanos(20_000_000);
    }
}
