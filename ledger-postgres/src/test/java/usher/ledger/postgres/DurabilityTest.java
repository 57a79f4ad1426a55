package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.test.servers.TestPostgres;

/// A server that answers before its disk has what it says is used only by who agreed to that.
final class DurabilityTest {

    private static final String ANSWERS_EARLY = "&options=-c%20synchronous_commit%3Doff";
    private static final PostgresOptions RELAXED =
            PostgresOptions.standard().withRelaxedAllowed(true);

    @Test
    void a_server_that_keeps_what_it_says_is_used() {
        try (OwnSchema schema = OwnSchema.create();
                Ledger ledger = PostgresLedger.open(schema.url(), PostgresOptions.standard())) {
            assertFalse(ledger.isRelaxed());
        }
    }

    @Test
    void a_commit_that_does_not_wait_for_the_disk_is_refused() {
        try (OwnSchema schema = OwnSchema.create()) {
            String why = refusal(schema.url() + ANSWERS_EARLY);
            assertTrue(why.contains("synchronous_commit=off"), why);
            assertTrue(why.contains("USHER_LEDGER_DURABILITY=relaxed"), why);
        }
    }

    @Test
    void whoever_agrees_may_have_it_and_is_told() {
        try (OwnSchema schema = OwnSchema.create();
                Ledger ledger = PostgresLedger.open(schema.url() + ANSWERS_EARLY, RELAXED)) {
            assertTrue(ledger.isRelaxed());
        }
    }

    @Test
    void a_server_without_fsync_is_refused() throws IOException {
        try (EmbeddedPostgres server =
                TestPostgres.durable().setServerConfig("fsync", "off").start()) {
            String why = refusal("postgresql://postgres@localhost:%d/postgres", server);
            assertTrue(why.contains("fsync=off"), why);
        }
    }

    private static String refusal(String url, EmbeddedPostgres server) {
        return refusal(url.formatted(server.getPort()));
    }

    private static String refusal(String url) {
        return String.valueOf(
                assertThrows(
                                LedgerException.class,
                                () -> PostgresLedger.open(url, PostgresOptions.standard()))
                        .getMessage());
    }
}
