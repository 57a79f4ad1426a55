package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.catalog.EventListed;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.Policy;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Plan;
import usher.domain.selling.SeatsReserved;
import usher.ledger.Append;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.sqlite.SqliteLedger;
import usher.ledger.sqlite.SqliteOptions;

/// `./usher verify`, at ledgers in files.
final class VerifyTest {

    private static final UserId ANN = new UserId(new UUID(1, 1));
    private static final Cause CAUSE = Cause.of(1000, ANN, "test");
    private static final EventId EVENT = EventId.of(1, 1);

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_sound_ledger_is_called_sound() {
        sellOneSeat();
        assertEquals(0, verify());
        assertTrue(said(out).contains("facts     1 SeatsReserved"), said(out));
        assertTrue(said(out).contains("sound     every promise holds"), said(out));
    }

    @Test
    void damage_is_named_with_the_way_out_and_repaired_without_losing_what_was_whole()
            throws SQLException {
        sellOneSeat();
        sql("UPDATE page SET entries = replace(entries, 'SeatsReserved', 'SeatsReversed')");
        assertEquals(1, verify());
        assertTrue(said(out).contains("PROBLEM   entry 2 of stream " + EVENT), said(out));
        assertTrue(said(out).contains("./usher verify --repair"), said(out));

        assertEquals(0, verify("--repair"), said(out));
        assertTrue(said(out).contains("set aside entry 2 of stream " + EVENT), said(out));
        assertTrue(said(out).contains("facts     1 SeatsHeld"), said(out));
        assertEquals(0, verify());
    }

    @Test
    void a_ledger_that_contradicts_itself_is_unsound() {
        append(StreamId.CATALOG, Long.MAX_VALUE, List.of(), new EventListed(CAUSE, event()));
        append(StreamId.of(EVENT), Long.MAX_VALUE, List.of(), held());
        assertEquals(1, verify());
        assertTrue(said(out).contains("PROBLEM   " + EVENT), said(out));
        assertTrue(said(out).contains("unsound"), said(out));
    }

    @Test
    void a_ledger_that_a_node_has_open_is_not_looked_at() {
        try (Ledger open = SqliteLedger.open(database(), SqliteOptions.standard())) {
            assertEquals(0, open.heads().of(StreamId.CATALOG).version());
            assertEquals(2, verify());
        }
        assertTrue(said(err).contains("is in use by another Usher"), said(err));
    }

    @Test
    void a_database_of_another_program_is_not_looked_at() throws SQLException {
        sql("CREATE TABLE cats (name TEXT)");
        assertEquals(2, verify());
        assertTrue(said(err).contains("is the database of another program"), said(err));
    }

    @Test
    void what_is_no_ledger_is_not_looked_at() {
        assertEquals(2, run("--ledger", "foo"));
        assertTrue(said(err).contains("USHER_LEDGER must be sqlite:<file>"), said(err));
    }

    @Test
    void a_ledger_that_is_not_there_is_not_made() {
        assertEquals(2, verify());
        assertTrue(said(err).contains("there is no ledger here"), said(err));
        assertTrue(Files.notExists(database()));
    }

    @Test
    void words_that_mean_nothing_are_answered_with_those_that_do() {
        assertEquals(2, run("--fix"));
        assertEquals(2, run("--ledger"));
        assertTrue(said(err).startsWith("usage: ./usher verify"), said(err));
    }

    private void sellOneSeat() {
        StreamId stream = StreamId.of(EVENT);
        append(StreamId.CATALOG, Long.MAX_VALUE, List.of(), new EventListed(CAUSE, event()));
        append(stream, 61_000, List.of(), new EventOpened(CAUSE, event()), held());
        append(
                stream,
                Long.MAX_VALUE,
                List.of(new Key("user:" + ANN)),
                new SeatsReserved(CAUSE, ANN, SeatSet.of(1), null));
    }

    private void append(StreamId stream, long deadline, List<Key> keys, Fact... facts) {
        try (Ledger ledger = SqliteLedger.open(database(), SqliteOptions.standard())) {
            Position follows = ledger.heads().of(stream);
            List<Fact> made = List.of(facts);
            Append append = new Append(stream, follows, 7, made, keys, deadline, Long.MAX_VALUE);
            ledger.append(List.of(append)).toCompletableFuture().join();
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private int verify(String... args) {
        out.reset();
        return Verify.run(
                args, Map.of("USHER_DATA", folder.toString()), printer(out), printer(err));
    }

    private int run(String... args) {
        return Verify.run(args, Map.of(), printer(out), printer(err));
    }

    private Path database() {
        return folder.resolve("usher.db");
    }

    private static Fact held() {
        return new SeatsHeld(CAUSE, ANN, SeatSet.of(1), 61_000);
    }

    private static EventDefinition event() {
        return new EventDefinition(
                EVENT, EventDetails.of("A", Policy.DEFAULT), Plan.plain(10), Instant.EPOCH);
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
