package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.Journals;
import usher.ledger.conformance.Patience;
import usher.test.servers.PostgresServer;

/// What a node sees when a standby takes over: it goes on there by itself, and knows whether
/// anything was lost.
final class FailoverTest {

    private static final int STREAMS = 4;
    private static final long MOMENT_MILLIS = 500;

    private final PostgresServer primary = PostgresServer.start();
    private final PostgresServer standby = primary.standby();
    private final Ledger node =
            PostgresLedger.open(
                    "postgresql://postgres@localhost:%d,localhost:%d/postgres"
                            .formatted(primary.port(), standby.port()),
                    PostgresOptions.standard());

    @AfterEach
    void close() {
        node.close();
        standby.close();
        primary.close();
    }

    @Test
    void a_standby_that_commits_wait_for_has_all_that_was_acknowledged()
            throws InterruptedException {
        primary.run("ALTER SYSTEM SET synchronous_standby_names = '*'");
        primary.run("SELECT pg_reload_conf()");
        Patience.until(this::doCommitsWait);
        try (Journals journals = Journals.begin(STREAMS, List.of(node))) {
            TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
            primary.kill();
            standby.promote();
            TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
            journals.areTrue(node);
        }
    }

    @Test
    void a_standby_that_lacks_what_was_acknowledged_is_recognized() {
        StreamId stream = Appends.newStream();
        Append first = Appends.after(stream, Position.START);
        assertEquals(new Outcome.Appended(first.position()), Appends.outcome(node, first));
        Patience.until(() -> has(stream));
        standby.kill();
        Append lost = Appends.after(stream, first.position());
        assertEquals(new Outcome.Appended(lost.position()), Appends.outcome(node, lost));
        primary.kill();
        standby.restart();
        standby.promote();

        Append next = Appends.after(stream, lost.position());
        Outcome[] end = new Outcome[1];
        Patience.until(
                () -> {
                    end[0] = Appends.outcome(node, next);
                    return end[0] instanceof Outcome.Rewound;
                });
        assertEquals(new Outcome.Rewound(first.position()), end[0]);
    }

    private boolean doCommitsWait() {
        String sql = "SELECT FROM pg_stat_replication WHERE sync_state = 'sync'";
        try (Connection connection = primary.connect();
                ResultSet standbys = connection.createStatement().executeQuery(sql)) {
            return standbys.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean has(StreamId stream) {
        try (Ledger frozen =
                PostgresLedger.open(
                        standby.url() + "?target_session_attrs=any", PostgresOptions.frozen())) {
            return frozen.heads().of(stream).version() == 1;
        }
    }
}
