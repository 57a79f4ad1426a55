package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.House;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Codes that open a tier, or the sale before it begins.
@QuarkusTest
final class AccessCodeTest {

    private static final String FANS = "'accessCodes':[{'code':' Fans-2026','tiers':['Standard']}]";
    private static final String RIGHT = Json.of("{'accessCode':'fans-2026 '}");
    private static final String WRONG = Json.of("{'accessCode':'FANS-2025'}");

    private final Visitor ann = Visitor.stranger();
    private final Visitor bob = Visitor.stranger();

    @Inject TestClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    @Test
    void a_closed_tier_needs_its_code() {
        Sale sale = closed();
        ann.post(sale.seat(9, "hold")).is(200);
        Reply refused = ann.post(sale.seat(1, "hold")).isProblem(403, "access-code-required");
        assertEquals("access-code-required", refused.text("/seats/0/reason"));
        ann.post(sale.seat(1, "hold"), WRONG).isProblem(403, "wrong-access-code");
        ann.post(sale.seat(1, "hold"), RIGHT).is(200);
        ann.post(sale.seat(1, "refresh")).is(200);
        ann.post(sale.seat(1, "release")).is(204);
    }

    @Test
    void so_do_several_of_its_seats_and_the_best_of_them() {
        Sale sale = closed();
        String two = sale.body(1, 9);
        ann.post(sale.holds(), two).isProblem(403, "access-code-required");
        ann.post(sale.holds(), with(two, RIGHT)).is(200);
        String best = Json.of("{'bestAvailable':{'quantity':2,'tier':'Standard'}}");
        bob.post(sale.holds(), best).isProblem(403, "access-code-required");
        bob.post(sale.holds(), with(best, WRONG)).isProblem(403, "wrong-access-code");
        assertEquals("Stalls", bob.post(sale.holds(), with(best, RIGHT)).text("/items/0/section"));
        String any = Json.of("{'bestAvailable':{'quantity':1}}");
        assertEquals("Floor", bob.post(sale.holds(), any).is(200).text("/items/0/section"));
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void a_code_may_open_the_sale_earlier() {
        Instant begins = clock.instant().truncatedTo(ChronoUnit.MILLIS).plusSeconds(100);
        String fields =
                "'salesFrom':'%s','accessCodes':[{'code':'early','salesFrom':'%s'}]"
                        .formatted(begins, begins.minusSeconds(50));
        clock.stop();
        Sale sale = House.sale(House.bodyWith(fields, House.FLOOR));
        String early = Json.of("{'accessCode':'EARLY'}");
        ann.post(sale.seat(1, "hold"), early).isProblem(409, "event-not-on-sale");
        clock.advance(Duration.ofSeconds(60));
        ann.post(sale.seat(1, "hold")).isProblem(409, "event-not-on-sale");
        ann.post(sale.seat(1, "hold"), early).is(200);
        ann.post(sale.seat(1, "reserve")).is(200);
        clock.advance(Duration.ofSeconds(60));
        bob.post(sale.seat(2, "hold")).is(200);
    }

    @Test
    void nobody_is_shown_a_code_again() {
        Sale sale = closed();
        ann.post(sale.seat(1, "hold"), RIGHT).is(200);
        for (String where : new String[] {"", "/plan", "/seats", "/audit", "/audit?format=csv"}) {
            String shown = ann.get(sale.path() + where).is(200).text().toLowerCase(Locale.ROOT);
            assertFalse(shown.contains("fans-2026"), shown);
            assertFalse(shown.contains("hash"), shown);
        }
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void whoever_tries_too_many_wrong_codes_must_wait() {
        clock.stop();
        Sale sale = closed();
        for (int i = 0; i < 10; i++) {
            ann.post(sale.seat(1, "hold"), WRONG).isProblem(403, "wrong-access-code");
        }
        Reply refused = ann.post(sale.seat(1, "hold"), WRONG).isProblem(429, "rate-limited");
        assertTrue(Integer.parseInt(refused.header("Retry-After")) <= 61, refused::text);
        ann.post(sale.seat(1, "hold"), RIGHT).isProblem(429, "rate-limited");
        ann.post(sale.holds(), with(sale.body(1), RIGHT)).isProblem(429, "rate-limited");
        ann.post(sale.seat(9, "hold")).is(200);
        bob.post(sale.seat(1, "hold"), RIGHT).is(200);
        ann.post(closed().seat(1, "hold"), RIGHT).is(200);
        clock.advance(Duration.ofSeconds(61));
        ann.post(sale.seat(2, "hold"), RIGHT).is(200);
    }

    @Test
    void right_codes_are_not_counted() {
        clock.stop();
        Sale sale = closed();
        for (int i = 0; i < 30; i++) {
            ann.post(sale.seat(1, "hold"), RIGHT).is(200);
            ann.post(sale.seat(1, "release")).is(204);
        }
        ann.post(sale.seat(1, "hold"), WRONG).isProblem(403, "wrong-access-code");
    }

    @Test
    void many_users_of_one_address_are_counted_together() {
        clock.stop();
        Sale sale = closed();
        for (int i = 0; i < 100; i++) {
            Visitor.stranger()
                    .post(sale.seat(1, "hold"), WRONG)
                    .isProblem(403, "wrong-access-code");
        }
        Visitor.stranger().post(sale.seat(1, "hold"), WRONG).isProblem(429, "rate-limited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'tiers':['Standard']}                       | accessCodes[0].code
                    {'code':' ','tiers':['Standard']}            | accessCodes[0].code
                    {'code':7,'tiers':['Standard']}              | accessCodes[0].code
                    {'code':'A','tiers':['VIP']}                 | accessCodes[0].tiers[0]
                    {'code':'A','tiers':['Standard','standard']} | accessCodes[0].tiers[1]
                    {'code':'A','tiers':[]}                      | accessCodes[0].tiers
                    {'code':'A'}                                 | accessCodes[0].tiers
                    {'code':'A','salesFrom':'soon'}              | accessCodes[0].salesFrom
                    {'code':'A','salesFrom':'2027-01-02T00:00:00Z'} | accessCodes[0].salesFrom
                    {'code':'A','tiers':['Standard'],'uses':3}   | accessCodes[0].uses
                    7                                            | accessCodes[0]
                    """)
    void a_code_that_makes_no_sense_is_refused(String code, String field) {
        String fields = "'salesFrom':'2027-01-02T00:00:00Z','accessCodes':[%s]".formatted(code);
        ann.post("/v1/events", House.bodyWith(fields, House.STALLS)).isWrongField(field);
    }

    @Test
    void two_codes_are_not_the_same_word() {
        String fields =
                "'accessCodes':[{'code':'a','tiers':['Standard']},{'code':'"
                        + " A','tiers':['Standard']}]";
        ann.post("/v1/events", House.bodyWith(fields, House.STALLS))
                .isWrongField("accessCodes[1].code");
        ann.post("/v1/events", House.bodyWith("'accessCodes':[]", House.STALLS))
                .isWrongField("accessCodes");
    }

    @Test
    void an_event_without_codes_knows_none() {
        Sale sale = House.sale();
        ann.post(sale.seat(1, "hold"), RIGHT).isProblem(403, "wrong-access-code");
        ann.post(sale.seat(1, "hold"), Json.of("{'accessCode':7}")).isWrongField("accessCode");
        ann.post(sale.seat(1, "refresh"), RIGHT).isWrongField("accessCode");
    }

    private static Sale closed() {
        return House.sale(House.bodyWith(FANS, House.STALLS, House.FLOOR));
    }

    private static String with(String body, String more) {
        return body.substring(0, body.length() - 1) + "," + more.substring(1);
    }
}
