package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.Entry;
import usher.ledger.Heads;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// The embedded ledger: a journal for what is new, and an SQLite file for everything else.
///
/// An append is durable, and answered, once the [Writer] has forced it to the [Journal], one block
/// for all calls that waited. From there the [Filer] moves it to the SQLite file within a second,
/// many entries of a stream into one row. Until then it lies in the [Overlay]; whoever reads looks
/// there first and at what is [Filed] afterwards.
///
/// One process at a time has a ledger open.
public final class SqliteLedger implements Ledger {

    private final LedgerParts parts;
    private final Streams streams;
    private final SqliteHeads heads;
    private final SqliteDeadlines deadlines;
    private final SqliteSnapshots snapshots;
    private final SqliteNotes notes;
    private final Overlay overlay;
    private final LedgerClock clock;
    private final Writer writer;
    private final Filer filer;
    private final SqliteOptions options;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();

    private SqliteLedger(LedgerParts parts, SqliteOptions options) {
        this.parts = parts;
        this.options = options;
        clock = new LedgerClock(options.clock());
        overlay = parts.overlay();
        Filed filed = new Filed(parts.readers());
        streams = new Streams(overlay, filed);
        heads = new SqliteHeads(overlay, filed);
        deadlines = new SqliteDeadlines(overlay, filed);
        snapshots = new SqliteSnapshots(parts.files().snapshots(), this::isPast);
        notes = SqliteNotes.open(new Database(parts.files().database()), parts.readers());
        KnownHeads known = new KnownHeads(overlay, filed);
        filer = new Filer(overlay, parts.filing(), options, new AfterFiling());
        writer = new Writer(parts.journal(), known, clock, options.writes(), new AfterWriting());
    }

    /// Opens the ledger in `database`, or creates it and its folder.
    ///
    /// @throws LedgerException if another process has it, if it cannot be written, if it is
    ///     damaged, or if it is something else
    public static SqliteLedger open(Path database, SqliteOptions options) {
        return open(database, options, JournalFile::open);
    }

    /// Opens it on a disk that `opener` provides.
    static SqliteLedger open(Path database, SqliteOptions options, JournalDevice.Opener opener) {
        LedgerParts parts = LedgerParts.open(database, options, opener);
        try {
            SqliteLedger ledger = new SqliteLedger(parts, options);
            ledger.filer.start();
            ledger.writer.start();
            return ledger;
        } catch (LedgerException e) {
            parts.abandon();
            throw e;
        }
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        return writer.append(appends);
    }

    @Override
    public boolean isRelaxed() {
        return options.isRelaxed();
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

    /// Answers what was begun, files it, and lets go of the files.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        try {
            writer.close();
            boolean isFiled = filer.close();
            snapshots.close();
            notes.close();
            parts.close(isFiled && !broken.get());
        } catch (SQLException | IOException e) {
            throw new LedgerException("the ledger did not close well: " + e.getMessage(), e);
        }
    }

    /// Whether the history that is here goes through `position`.
    private boolean isPast(StreamId stream, Position position) {
        List<Entry> last = read(stream, position.version() - 1, 1);
        return !last.isEmpty() && last.getFirst().position().equals(position);
    }

    private void stop(String reason) {
        if (broken.compareAndSet(false, true)) options.onBroken().accept(reason);
    }

    private final class AfterWriting implements Writer.Aftermath {

        @Override
        public void durable(List<JournalEntry> entries, Journal.Place next) {
            filer.grown(overlay.add(entries, next));
            heads.signal(entries);
        }

        @Override
        public Outcome dispute(Append append) {
            return streams.dispute(append);
        }

        @Override
        public @Nullable String askForRoom() {
            String trouble = filer.trouble();
            if (trouble == null) filer.hurry();
            return trouble;
        }

        @Override
        public void broken(String reason) {
            stop(reason);
        }
    }

    private final class AfterFiling implements Filer.Aftermath {

        @Override
        public void filed(Journal.Place place) {
            parts.journal().release(place);
            writer.wake();
        }

        @Override
        public void stuck() {
            writer.wake();
        }

        @Override
        public void broken(String reason) {
            writer.refuse(reason);
            stop(reason);
        }
    }
}
