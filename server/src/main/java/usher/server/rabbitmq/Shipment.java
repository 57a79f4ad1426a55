package usher.server.rabbitmq;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.Receipt;
import usher.ledger.Entry;

/// Entries of one stream on their way to the broker: which of them have wholly arrived.
///
/// Over as soon as everything that was published of it is confirmed, or as soon as nobody can tell.
/// Thread-safe.
final class Shipment {

    private final List<Entry> entries;
    private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();

    /// Of each entry, how many messages are published and not yet confirmed.
    private final int[] open;

    /// How many entries were published, from the first on; the next one may be in part.
    private int published;

    private boolean isClosed;
    private int firstRefused;
    private @Nullable String refusal;

    /// @param entries the oldest first, at least one
    Shipment(List<Entry> entries) {
        this.entries = entries;
        this.open = new int[entries.size()];
        this.firstRefused = entries.size();
    }

    List<Entry> entries() {
        return entries;
    }

    CompletionStage<Receipt> receipt() {
        return receipt;
    }

    /// Whether there is no use in publishing more of it.
    synchronized boolean isOver() {
        return refusal != null || receipt.isDone();
    }

    /// A message of entry number `entry` is about to be published.
    synchronized void publishing(int entry) {
        published = entry;
        open[entry]++;
    }

    /// Nothing more of it will be published.
    ///
    /// @param isWhole whether everything was
    synchronized void close(boolean isWhole) {
        isClosed = true;
        if (isWhole) published = entries.size();
        settle();
    }

    /// A message of entry number `entry` has arrived.
    synchronized void confirmed(int entry) {
        open[entry]--;
        settle();
    }

    /// A message of entry number `entry` was not taken, for this reason.
    synchronized void refused(int entry, String reason) {
        open[entry]--;
        if (entry < firstRefused || refusal == null) {
            firstRefused = Math.min(entry, firstRefused);
            refusal = reason;
        }
        settle();
    }

    /// Nobody can tell any more what becomes of what is not confirmed yet.
    synchronized void lost(String reason) {
        receipt.complete(Receipt.away(arrived(), reason));
    }

    /// A mistake of ours keeps it from being published.
    void broken(RuntimeException mistake) {
        receipt.completeExceptionally(mistake);
    }

    private void settle() {
        if (!isClosed) return;
        for (int messages : open) {
            if (messages > 0) return;
        }
        receipt.complete(
                refusal == null ? Receipt.all(published) : Receipt.refused(arrived(), refusal));
    }

    /// How many entries, from the first on, have wholly arrived.
    private int arrived() {
        int arrived = 0;
        int max = Math.min(published, firstRefused);
        while (arrived < max && open[arrived] == 0) arrived++;
        return arrived;
    }
}
