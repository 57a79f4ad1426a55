package usher.engine.relay;

import java.util.List;
import java.util.concurrent.CompletionStage;
import usher.ledger.Entry;

/// Where a relay sends facts: a message broker, somebody's web server. Thread-safe.
public interface Destination {

    /// Sends `entries`, consecutive ones of one stream, the oldest first, without holding up the
    /// caller. No other entries of that stream are sent before the stage completes.
    ///
    /// @param attempt how often the first of `entries` was sent in vain before, since this node
    ///     relays
    /// @return what became of them; a stage that fails says that nobody knows: all are sent again
    CompletionStage<Receipt> send(List<Entry> entries, int attempt);

    /// How many streams may be under way at the same time, 1 or more.
    default int streamsAtOnceMax() {
        return 16;
    }

    /// How many facts of a stream may be under way at the same time; of one entry all are.
    default int factsAtOnceMax() {
        return 1_000;
    }

    /// After how long an entry is sent again at the latest, in milliseconds.
    default long retryMillisMax() {
        return 30_000;
    }
}
