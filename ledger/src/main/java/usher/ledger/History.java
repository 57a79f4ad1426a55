package usher.ledger;

/// Finds places in the past of a stream by time, which never runs backwards in one.
public final class History {

    private History() {}

    /// The number of the last entry of `stream` that was over before `atMillis`, in milliseconds
    /// since 1970; 0 if there is none. A binary search: a few entries of a stream of any length.
    /// Blocks.
    ///
    /// @throws LedgerException if the stream cannot be read
    public static long lastBefore(Ledger ledger, StreamId stream, long atMillis) {
        long over = 0;
        long notOver = ledger.heads().of(stream).version() + 1;
        while (over + 1 < notOver) {
            long middle = (over + notOver) >>> 1;
            Entry entry = ledger.read(stream, middle - 1, 1).getFirst();
            if (entry.facts().getLast().cause().atMillis() < atMillis) {
                over = middle;
            } else {
                notOver = middle;
            }
        }
        return over;
    }
}
