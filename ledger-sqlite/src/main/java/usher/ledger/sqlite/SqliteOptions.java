package usher.ledger.sqlite;

import java.time.InstantSource;
import java.util.function.Consumer;

/// How an embedded ledger is run.
///
/// @param clock the ledger's time
/// @param journalBytes how much may be durable before it is filed, 1 MiB or more; a file of this
///     size is created beside the database. When it is full, writes wait for the filing. At most
///     half of it is written at once.
/// @param filingBytes how much is filed at once when much is written; kept in memory until then
/// @param filingMillis how long an entry waits at most to be filed
/// @param isRelaxed whether an append is answered before the disk has it: a power cut may take the
///     last seconds then, the death of the process nothing
/// @param onBroken told once, on a thread of the ledger's, if it can no longer be trusted: the
///     process must stop. It must not close the ledger.
/// @param writes told of each durable write
public record SqliteOptions(
        InstantSource clock,
        long journalBytes,
        long filingBytes,
        long filingMillis,
        boolean isRelaxed,
        Consumer<String> onBroken,
        WriteListener writes) {

    private static final long MEBIBYTE = 1 << 20;

    public SqliteOptions {
        if (journalBytes < MEBIBYTE) throw new IllegalArgumentException("1 MiB of journal or more");
    }

    /// What suits a server: 64 MiB of journal, filed by 16 MiB, within a second.
    public static SqliteOptions standard() {
        return new SqliteOptions(
                InstantSource.system(),
                64 * MEBIBYTE,
                16 * MEBIBYTE,
                1000,
                false,
                _ -> {},
                (_, _, _) -> {});
    }

    public SqliteOptions withClock(InstantSource newClock) {
        return new SqliteOptions(
                newClock, journalBytes, filingBytes, filingMillis, isRelaxed, onBroken, writes);
    }

    public SqliteOptions withJournalBytes(long newBytes) {
        return new SqliteOptions(
                clock, newBytes, filingBytes, filingMillis, isRelaxed, onBroken, writes);
    }

    public SqliteOptions withFiling(long newBytes, long newMillis) {
        return new SqliteOptions(
                clock, journalBytes, newBytes, newMillis, isRelaxed, onBroken, writes);
    }

    public SqliteOptions withRelaxed(boolean newRelaxed) {
        return new SqliteOptions(
                clock, journalBytes, filingBytes, filingMillis, newRelaxed, onBroken, writes);
    }

    public SqliteOptions withOnBroken(Consumer<String> newOnBroken) {
        return new SqliteOptions(
                clock, journalBytes, filingBytes, filingMillis, isRelaxed, newOnBroken, writes);
    }

    public SqliteOptions withWrites(WriteListener newWrites) {
        return new SqliteOptions(
                clock, journalBytes, filingBytes, filingMillis, isRelaxed, onBroken, newWrites);
    }
}
