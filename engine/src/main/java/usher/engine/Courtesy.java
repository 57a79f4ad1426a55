package usher.engine;

/// How one stream takes turns with another node that appends to it, too.
///
/// Callers who were answered together come back one after the other. A node that gives the first
/// of them an entry of their own makes all others wait for it, and makes the other node decide
/// everything again. So after a lost race, and for some entries, a stream waits until as many ask
/// as did before, but no longer than its last write took: entries are as large as they can be, and
/// the other node gets its turn meanwhile. A stream that nobody else appends to never waits.
///
/// Used by the engine's thread.
final class Courtesy {

    /// After so many entries without a lost race the other node has gone.
    private static final int ENTRIES = 8;

    private static final long WAIT_MILLIS_MAX = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private int entriesLeft;
    private int enough;
    private long sentNanos;
    private long waitMillis;
    private int turn;
    private boolean isWaiting;

    /// An entry was sent.
    void sent(long nowNanos) {
        sentNanos = nowNanos;
    }

    /// Another node was first: what was decided is decided again at once.
    void lost() {
        entriesLeft = ENTRIES;
        begin(0);
    }

    /// The entry was written.
    ///
    /// @param callers how many it answers, and how many wait already
    void won(int callers, long nowNanos) {
        long tookMillis = (nowNanos - sentNanos) / NANOS_PER_MILLI + 1;
        waitMillis = Math.min(tookMillis, WAIT_MILLIS_MAX);
        begin(entriesLeft > 0 ? callers : 0);
        if (entriesLeft > 0) entriesLeft--;
    }

    /// Whether so many callers are enough for the next entry.
    boolean isEnough(int waiting) {
        return waiting >= enough;
    }

    /// For how long to wait for more.
    long waitMillis() {
        return waitMillis;
    }

    /// The turn for which a wait begins now; 0: it has begun before.
    int beginsToWait() {
        if (isWaiting) return 0;
        isWaiting = true;
        return turn;
    }

    /// The wait that began in `begun` is over; false: it was already.
    boolean endsWait(int begun) {
        if (begun != turn) return false;
        begin(0);
        return true;
    }

    private void begin(int callers) {
        enough = callers;
        isWaiting = false;
        turn = Math.max(1, turn + 1);
    }
}
