package usher.ledger.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.Entry;
import usher.ledger.Heads;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.Outcome;
import usher.ledger.Signals;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;
import usher.ledger.shared.Call;
import usher.ledger.shared.GroupWriter;
import usher.ledger.shared.ServerClock;
import usher.ledger.shared.SignalSender;
import usher.ledger.shared.SignalText;

/// The ledger that many nodes share: a schema in PostgreSQL.
///
/// The [Writer] appends a batch with one statement, which compares and moves one row for each
/// stream; [Readers] read; a [SignalSender] and a [SignalReceiver] let other nodes hear of it; the
/// [ServerClock] is the server's. A server that cannot be reached makes appends *unavailable* and
/// reads fail until it can be reached again, which is tried whenever somebody asks.
public final class PostgresLedger implements Ledger {

    private final Sessions sessions;
    private final PostgresOptions options;
    private final ServerClock clock;
    private final Readers readers;
    private final Readers headReaders;
    private final Streams streams;
    private final PostgresHeads heads;
    private final PostgresDeadlines deadlines;
    private final PostgresSnapshots snapshots;
    private final Readers noteWriters;
    private final PostgresNotes notes;
    private final SignalSender sender;
    private final SignalReceiver receiver;
    private final GroupWriter writer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresLedger(
            Sessions sessions, PostgresOptions options, ServerClock clock, boolean hasNotes) {
        this.sessions = sessions;
        this.options = options;
        this.clock = clock;
        Signals signals = new Signals();
        SignalText text = new SignalText();
        readers = new Readers(sessions, options.readers(), !options.isFrozen());
        headReaders = new Readers(sessions, 1, true);
        heads = new PostgresHeads(readers, signals);
        streams = new Streams(readers);
        deadlines = new PostgresDeadlines(readers);
        snapshots = new PostgresSnapshots(readers);
        noteWriters = new Readers(sessions, 1, false);
        notes = new PostgresNotes(readers, noteWriters, hasNotes);
        sender = new SignalSender(new Notifier(sessions, text, options.notifies()), signals);
        receiver = new SignalReceiver(sessions, text, signals, clock);
        Heads writersHeads = new PostgresHeads(headReaders, signals);
        writer = new GroupWriter(new Writer(sessions, clock::millis, writersHeads::of, sender));
    }

    /// Whether `url` names a ledger that this can open.
    public static boolean isNamedBy(String url) {
        return PostgresUrl.isOne(url);
    }

    /// Opens the ledger at `url`, and creates its tables if there are none.
    ///
    /// @throws LedgerException if the server cannot be reached, or must not be used, or if there is
    ///     no ledger and none may be created. Its message never has the password in it.
    public static PostgresLedger open(String url, PostgresOptions options) {
        PostgresUrl place = UrlReader.read(url);
        Sessions sessions = new Sessions(place, options);
        try (Connection first = sessions.open()) {
            if (options.isFrozen()) Schema.find(first, place);
            else Schema.create(place);
            ServerClock clock = new ServerClock();
            clock.set(new ServerTime(first));
            PostgresLedger ledger =
                    new PostgresLedger(sessions, options, clock, Schema.hasNotes(first, place));
            if (!options.isFrozen()) ledger.start();
            return ledger;
        } catch (SQLException e) {
            throw sessions.unreachable(e);
        }
    }

    /// A connection of the caller's own to the schema of the ledger at `url`, for what is kept
    /// beside
    /// it.
    ///
    /// @throws SQLException if the server cannot be reached
    public static Connection connect(String url) throws SQLException {
        PostgresOptions options = PostgresOptions.standard().withRelaxedAllowed(true);
        return new Sessions(UrlReader.read(url), options).open();
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        return options.isFrozen() ? Call.toLookOnly(appends) : writer.append(appends);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean isRelaxed() {
        return sessions.isRelaxed();
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int max) {
        return streams.read(stream, after, max);
    }

    @Override
    public Set<StreamId> find(Key key) {
        return streams.find(key);
    }

    @Override
    public Heads heads() {
        return heads;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Deadlines deadlines() {
        return deadlines;
    }

    @Override
    public Notes notes() {
        return notes;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /// Answers what was begun, and lets go of all connections.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        if (!options.isFrozen()) {
            writer.close();
            sender.close();
            receiver.close();
        }
        noteWriters.close();
        headReaders.close();
        readers.close();
    }

    /// Where it is, without the password.
    @Override
    public String toString() {
        return sessions.url().toString();
    }

    private void start() {
        writer.start();
        sender.start();
        receiver.start();
    }
}
