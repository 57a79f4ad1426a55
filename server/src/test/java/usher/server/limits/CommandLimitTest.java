package usher.server.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usher.server.LedgerOfRun;
import usher.server.TestClock;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// A server that lets each user change something three times at once, and then once a second; each
/// address twice as often.
@QuarkusTest
@TestProfile(CommandLimitTest.Limited.class)
@Tag(LedgerOfRun.EMBEDDED)
final class CommandLimitTest {

    private final Visitor organizer = from(newAddress(), Visitor.stranger());
    private final String home = newAddress();
    private final Visitor ann = from(home, Visitor.stranger());

    @Inject TestClock clock;

    @BeforeEach
    void timeStandsStill() {
        clock.stop();
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    @Test
    void whoever_asks_for_too_much_at_once_must_wait() {
        Sale sale = Sale.at(organizer, 9, "{}");
        for (int seat = 1; seat <= 3; seat++) ann.post(sale.seat(seat, "hold")).is(200);
        Reply refused = ann.post(sale.seat(4, "hold")).isProblem(429, "rate-limited");
        assertEquals("1", refused.header("Retry-After"));
        assertTrue(!refused.header("X-Request-Id").isEmpty(), refused::text);

        clock.advance(Duration.ofSeconds(1));
        ann.post(sale.seat(4, "hold")).is(200);
        ann.post(sale.seat(5, "hold")).isProblem(429, "rate-limited");
    }

    @Test
    void who_looks_is_not_counted() {
        Sale sale = Sale.at(organizer, 9, "{}");
        for (int i = 0; i < 20; i++) ann.get(sale.seat(1)).is(200);
        ann.post(sale.seat(1, "hold")).is(200);
    }

    @Test
    void what_is_refused_for_other_reasons_counts_too() {
        for (int i = 0; i < 3; i++) ann.post("/v1/events", "nonsense").is(400);
        ann.post("/v1/events", "nonsense").isProblem(429, "rate-limited");
    }

    @Test
    void an_address_may_do_as_much_as_some_users() {
        Sale sale = Sale.at(organizer, 9, "{}");
        for (int seat = 1; seat <= 6; seat++) {
            from(home, Visitor.stranger()).post(sale.seat(seat, "hold")).is(200);
        }
        from(home, Visitor.stranger()).post(sale.seat(7, "hold")).isProblem(429, "rate-limited");
        from(newAddress(), Visitor.stranger()).post(sale.seat(7, "hold")).is(200);
    }

    @Test
    void who_does_not_say_who_he_is_is_counted_by_his_address() {
        Visitor nobody = from(home, Visitor.nobody());
        for (int i = 0; i < 6; i++) nobody.post("/v1/events", "{}").is(401);
        nobody.post("/v1/events", "{}").isProblem(429, "rate-limited");
    }

    @Test
    void a_dialect_says_it_in_its_own_way() {
        String body = Json.of("{'name':'x'}");
        for (int i = 0; i < 3; i++) ann.post("/v1alpha1/events", body).is(422);
        Reply refused = ann.post("/v1alpha1/events", body).is(503);
        assertEquals("1", refused.header("Retry-After"));
        assertEquals("Internal server error", refused.text("title"));
        assertEquals("1", ann.post("/api/events", body).is(429).header("Retry-After"));
    }

    @Test
    void what_a_gateway_sends_is_not_counted() {
        for (int i = 0; i < 20; i++) ann.post("/v1/webhooks/stripe", "{}").is(404);
    }

    @Test
    void refusals_are_counted_in_metrics() {
        for (int i = 0; i < 4; i++) ann.post("/v1/events", "nonsense");
        String metrics = Visitor.nobody().get("/metrics").is(200).text();
        assertTrue(
                metrics.matches(
                        "(?s).*usher_rate_limited_total\\{what=\"commands\",who=\"user\",?}"
                                + " [1-9].*"),
                metrics);
    }

    private static Visitor from(String address, Visitor visitor) {
        return visitor.with("X-Forwarded-For", address);
    }

    private static String newAddress() {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::1".formatted(chance.nextInt(1 << 16), chance.nextInt(1 << 16));
    }

    /// The settings for this test.
    public static final class Limited implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "usher.rate-limit-commands-per-second", "1",
                    "usher.rate-limit-commands-burst", "3",
                    "usher.rate-limit-users-per-address", "2",
                    "usher.trusted-proxies", "127.0.0.0/8,::1");
        }
    }
}
