package usher.ledger.sqlite;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The one thread that writes to the SQLite file: it moves there what is durable in the journal.
///
/// Much at a time, so that the entries of one stream come to lie together and one commit is shared
/// by many; and never in the way of an append. If the disk is full or somebody else is writing, it
/// tries again until it succeeds: the journal keeps everything meanwhile.
final class Filer {

    /// What follows from filing, on the filer's thread.
    interface Aftermath {

        /// The blocks before `place` are filed.
        void filed(Journal.Place place);

        /// Nothing can be filed at the moment.
        void stuck();

        /// Nothing can be filed any more.
        void broken(String reason);
    }

    /// When nothing comes for this part of the time that entries may wait, they are filed.
    private static final int PAUSES = 20;

    private final Overlay overlay;
    private final Filing filing;
    private final Aftermath aftermath;
    private final long bytesMax;
    private final long nanosMax;
    private final Worker worker;
    private volatile boolean closing;
    private volatile boolean hurried;
    private volatile @Nullable String trouble;

    Filer(Overlay overlay, Filing filing, SqliteOptions options, Aftermath aftermath) {
        this.overlay = overlay;
        this.filing = filing;
        this.aftermath = aftermath;
        this.bytesMax = options.filingBytes();
        this.nanosMax = TimeUnit.MILLISECONDS.toNanos(options.filingMillis());
        this.worker = new Worker("filer", this::run);
    }

    void start() {
        worker.start();
    }

    /// Why it cannot file at the moment; null if it can. Any thread.
    @Nullable String trouble() {
        return trouble;
    }

    /// Hears that the bytes that wait to be filed have grown, from `before`. Any thread.
    void grown(long before) {
        if (before == 0 || (before < bytesMax && overlay.bytes() >= bytesMax)) worker.wake();
    }

    /// Files what there is without waiting for more. Any thread.
    void hurry() {
        hurried = true;
        worker.wake();
    }

    /// Files everything, as far as that succeeds; whether it did. Any other thread.
    boolean close() {
        closing = true;
        worker.wake();
        worker.join();
        return overlay.bytes() == 0;
    }

    private void run() {
        try {
            while (!closing) {
                waitForMuch();
                fileAll();
            }
            fileAll();
        } catch (SQLException | RuntimeException | Error e) {
            trouble = "the ledger cannot file what it keeps: " + e;
            aftermath.broken(String.valueOf(trouble));
        }
    }

    /// Sleeps while there is nothing, then until there is much, or no more comes, or long enough.
    private void waitForMuch() {
        while (overlay.bytes() == 0 && !closing) LockSupport.park(this);
        long until = System.nanoTime() + nanosMax;
        long seen = 0;
        for (long left = nanosMax; left > 0; left = until - System.nanoTime()) {
            long bytes = overlay.bytes();
            boolean isTime = hurried || bytes >= bytesMax || bytes == seen;
            if (closing || (isTime && trouble == null)) return;
            seen = bytes;
            LockSupport.parkNanos(this, Math.min(left, nanosMax / PAUSES));
        }
    }

    private void fileAll() throws SQLException {
        hurried = false;
        Generation generation = overlay.freeze();
        while (generation != null && file(generation)) {
            boolean goOn = closing || overlay.bytes() >= bytesMax;
            generation = goOn ? overlay.freeze() : null;
        }
    }

    /// Whether it succeeded; if not, the same is to be tried again.
    private boolean file(Generation generation) throws SQLException {
        try {
            filing.file(generation);
        } catch (SQLException e) {
            if (!Database.mayPass(e)) throw e;
            trouble = "the ledger cannot file what it keeps: " + e.getMessage();
            aftermath.stuck();
            return false;
        }
        trouble = null;
        overlay.dropFrozen();
        aftermath.filed(generation.end());
        return true;
    }
}
