package usher.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// How an engine ends: first all that was taken is answered, then what makes the next start quick
/// is stored.
///
/// An entry of which nobody knows whether it was written holds nobody up once its callers were
/// told: whoever reads the ledger next finds out.
final class Ending {

    private final Engine engine;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile boolean hasBegun;
    private boolean snapshotsTaken;

    Ending(Engine engine) {
        this.engine = engine;
    }

    /// Any thread.
    CompletionStage<Void> begin() {
        hasBegun = true;
        engine.thread().execute(() -> {});
        return over;
    }

    /// Whether nothing more is taken. Any thread.
    boolean hasBegun() {
        return hasBegun;
    }

    boolean isOver() {
        return over.isDone();
    }

    /// The next step towards the end, if nothing is in its way.
    void endIfQuiet() {
        if (!hasBegun || isOver() || !engine.isQuiet()) return;
        if (!snapshotsTaken) {
            snapshotsTaken = true;
            for (LiveStream live : engine.streams().all()) {
                if (live.isIdle()) live.state().storeSnapshotIfWorthIt();
            }
        }
        if (engine.snapshots().isBusy()) return;
        engine.peers().stop();
        over.complete(null);
    }
}
