package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usher.domain.EventId;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// A sale whose facts are kept in Redis; all other tests run on it in a run of their own.
@QuarkusTest
@TestProfile(RedisTest.InRedis.class)
@Tag(LedgerOfRun.EMBEDDED)
final class RedisTest {

    @Inject Ledger ledger;

    @Test
    void what_was_answered_is_in_redis() {
        Sale sale = Sale.of(1);
        Visitor.ann().post(sale.seat(1, "hold")).is(200);
        StreamId stream = StreamId.of(new EventId(UUID.fromString(sale.id())));
        assertEquals(1, ledger.heads().of(stream).version());
    }

    @Test
    void redis_says_that_it_is_well_and_what_it_is_for() {
        Reply health = Visitor.nobody().get("/health/redis").is(200);
        assertEquals("UP", health.text("status"));
        assertEquals("ledger", health.text("/checks/0/data/carries"));
    }

    /// A ledger for this test.
    public static final class InRedis implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OnRedis.class));
        }
    }
}
