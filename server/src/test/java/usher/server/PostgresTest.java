package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usher.domain.EventId;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.server.client.Json;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// A sale whose facts are kept in PostgreSQL.
@QuarkusTest
@TestProfile(OnPostgres.class)
@Tag(LedgerOfRun.EMBEDDED)
final class PostgresTest {

    @Inject Ledger ledger;

    private final Visitor ann = Visitor.ann();
    private final Visitor bob = Visitor.bob();

    @Test
    void a_seat_is_held_refreshed_released_and_reserved() {
        Sale sale = Sale.of(3);
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(1, "refresh")).is(200);
        bob.post(sale.seat(1, "hold")).isProblem(409, "seat-unavailable");
        ann.post(sale.seat(1, "release")).is(204);
        bob.post(sale.seat(1, "hold")).is(200);
        bob.post(sale.seat(1, "reserve")).is(200);
        sale.seatIs(1, "reserved");
    }

    @Test
    void several_seats_are_held_all_or_none() {
        Sale sale = Sale.of(4);
        bob.post(sale.seat(2, "hold")).is(200);
        ann.post(sale.holds(), sale.body(1, 2)).isProblem(409, "seat-unavailable");
        ann.post(sale.holds(), sale.body(1, 3)).is(200);
    }

    @Test
    void a_hold_runs_out_by_the_time_of_the_database() throws InterruptedException {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "hold"), Json.of("{'holdSeconds':1}")).is(200);
        while (!Visitor.nobody().get(sale.seat(1)).text("status").equals("available")) {
            Thread.sleep(20);
        }
        bob.post(sale.seat(1, "hold")).is(200);
    }

    @Test
    void what_was_answered_is_in_the_database() {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "hold")).is(200);
        StreamId stream = StreamId.of(new EventId(UUID.fromString(sale.id())));
        assertEquals(1, ledger.heads().of(stream).version());
    }

    @Test
    void the_database_says_that_it_is_well() {
        assertEquals("UP", Visitor.nobody().get("/health/database").is(200).text("status"));
    }
}
