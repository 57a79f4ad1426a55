package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.Believer;
import usher.ledger.conformance.Journals;
import usher.ledger.conformance.NoteFaults;
import usher.ledger.conformance.Patience;
import usher.test.servers.PostgresServer;
import usher.test.servers.Wire;

/// What a server, and the way to it, may do to a node: nothing that was acknowledged is lost,
/// nothing is written twice, and it goes on by itself as soon as it can.
final class FaultsTest {

    private static final int STREAMS = 8;
    private static final long MOMENT_MILLIS = 300;

    private final PostgresServer server = PostgresServer.start();
    private final Wire wire = Wire.to(server.port());
    private final Ledger node = open(PostgresServer.urlAt(wire.port()));
    private final Ledger peer = open(server.url());
    private final StreamId stream = Appends.newStream();

    @AfterEach
    void close() {
        node.close();
        peer.close();
        wire.close();
        server.close();
    }

    @Test
    void a_commit_whose_reply_is_swallowed_is_unknown_and_found_by_its_repeat() {
        Position head = appended(node, Position.START);
        Append append = Appends.after(stream, head);
        wire.mute();
        CompletionStage<List<Outcome>> end = node.append(List.of(append));
        Patience.until(() -> peer.heads().of(stream).equals(append.position()));
        wire.breakAll();
        wire.mend();
        assertInstanceOf(Outcome.Unknown.class, Appends.settled(end));

        assertEquals(new Outcome.Conflict(List.of(append.entry())), repeated(node, append));
        assertEquals(2, peer.read(stream, 0, 10).size());
    }

    @Test
    void connections_that_break_again_and_again_lose_and_double_nothing()
            throws InterruptedException {
        try (Journals journals = Journals.begin(STREAMS, List.of(node, peer))) {
            for (int i = 0; i < 20; i++) {
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS / 5);
                wire.breakAll();
            }
            journals.areTrue(peer);
        }
    }

    @Test
    void a_server_that_cannot_be_reached_refuses_and_is_found_again() {
        Position head = appended(node, Position.START);
        wire.cut();
        Append append = Appends.after(stream, head);
        Patience.until(() -> Appends.outcome(node, append) instanceof Outcome.Unavailable);
        assertThrows(LedgerException.class, () -> node.read(stream, 0, 10));

        wire.mend();
        Patience.until(() -> Appends.outcome(node, append) instanceof Outcome.Conflict);
        assertEquals(append.position(), node.heads().of(stream));
    }

    @Test
    void a_note_whose_reply_is_swallowed_is_not_written_twice() {
        NoteFaults.isNotWrittenTwice(node, peer, wire::mute, this::heal);
    }

    @Test
    void notes_go_on_once_the_server_is_found_again() {
        NoteFaults.goOn(node, wire::cut, wire::mend);
    }

    @Test
    void a_server_killed_under_load_has_all_that_it_acknowledged() throws InterruptedException {
        try (Journals journals = Journals.begin(STREAMS, List.of(node, peer))) {
            for (int i = 0; i < 2; i++) {
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
                server.kill();
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
                server.restart();
                Patience.until(() -> isTaken(node) && isTaken(peer));
            }
            journals.areTrue(peer);
        }
    }

    @Test
    void a_server_that_takes_no_writes_refuses_them_and_can_be_read() {
        Position head = appended(node, Position.START);
        server.run("ALTER SYSTEM SET default_transaction_read_only = on");
        server.run("SELECT pg_reload_conf()");
        Append append = Appends.after(stream, head);
        Patience.until(() -> Appends.outcome(node, append) instanceof Outcome.Unavailable);
        try (Ledger frozen = openToLook()) {
            assertFalse(frozen.read(stream, 0, 10).isEmpty());
        }

        server.run("ALTER SYSTEM RESET default_transaction_read_only");
        server.run("SELECT pg_reload_conf()");
        Patience.until(() -> Appends.outcome(node, append) instanceof Outcome.Conflict);
        assertEquals(2, peer.read(stream, 0, 10).size());
    }

    @Test
    void what_commits_late_is_not_skipped_by_who_follows() throws SQLException {
        StreamId late = Appends.newStream();
        Append held = Appends.after(late, Position.START);
        try (Connection slow = server.connect();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(
                    ("INSERT INTO usher.head (stream, version, id) VALUES ('%s', 1, %d);"
                                    + " INSERT INTO usher.entry VALUES ('%s', 1, %d, '[]')")
                            .formatted(late.value(), held.id(), late.value(), held.id()));
            appended(node, Position.START);
            assertEquals(1, peer.heads().scan(null, 10).size());

            slow.commit();
        }
        assertEquals(2, peer.heads().scan(null, 10).size());
        assertEquals(held.position(), peer.read(late, 0, 10).getFirst().position());
    }

    @Test
    void who_waits_for_another_nodes_transaction_is_told_how_it_ended() throws SQLException {
        Position head = appended(node, Position.START);
        CompletionStage<List<Outcome>> end;
        try (Connection slow = server.connect();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("UPDATE usher.head SET version = 2, id = 77");
            statement.execute(
                    "INSERT INTO usher.entry VALUES ('%s', 2, 77, '[]')".formatted(stream.value()));
            end = node.append(List.of(Appends.after(stream, head)));
            Patience.until(() -> isAnybodyWaiting(statement));
            slow.commit();
        }
        Entry first = new Entry(stream, new Position(2, 77), List.of());
        assertEquals(new Outcome.Conflict(List.of(first)), Appends.settled(end));
    }

    /// A negative control: who takes an unknown end for success must be caught.
    @Test
    void a_ledger_that_believes_in_what_it_cannot_know_is_caught() throws InterruptedException {
        Believer.isCaught(STREAMS, node, peer, this::cutForAMoment);
    }

    /// Whether `note` was written now, and not whether it was before.
    private void heal() {
        wire.breakAll();
        wire.mend();
    }

    private void cutForAMoment() throws InterruptedException {
        wire.cut();
        TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS / 10);
        wire.mend();
    }

    private Position appended(Ledger ledger, Position follows) {
        Append append = Appends.after(stream, follows);
        assertEquals(new Outcome.Appended(append.position()), Appends.outcome(ledger, append));
        return append.position();
    }

    private static boolean isTaken(Ledger ledger) {
        Append append = Appends.after(Appends.newStream(), Position.START);
        return Appends.outcome(ledger, append) instanceof Outcome.Appended;
    }

    /// The end of `append`, repeated until somebody knows it.
    private static Outcome repeated(Ledger ledger, Append append) {
        Outcome[] end = new Outcome[1];
        Patience.until(
                () -> {
                    end[0] = Appends.outcome(ledger, append);
                    return !(end[0] instanceof Outcome.Unknown
                            || end[0] instanceof Outcome.Unavailable);
                });
        return end[0];
    }

    private static boolean isAnybodyWaiting(Statement statement) {
        try (var rows =
                statement.executeQuery(
                        "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
            return rows.next();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Ledger openToLook() {
        return PostgresLedger.open(
                server.url() + "?target_session_attrs=any", PostgresOptions.frozen());
    }

    private static Ledger open(String url) {
        return PostgresLedger.open(url, PostgresOptions.standard());
    }
}
