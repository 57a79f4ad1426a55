package usher.engine;

/// Forgets the events that nobody has used for a while; the ledger has them.
///
/// The catalog stays. A stream with holds may go as well: its deadline is in the ledger.
final class Unloading {

    private final Engine engine;

    Unloading(Engine engine) {
        this.engine = engine;
    }

    void start() {
        if (engine.isStopping()) return;
        engine.thread().after(Math.max(1, engine.settings().idleMillis() / 4), this::sweep);
    }

    private void sweep() {
        long usedBefore = engine.nowMillis() - engine.settings().idleMillis();
        for (LiveStream live : engine.streams().all()) {
            if (live.isIdle() && !live.id().isCatalog() && live.lastUsedMillis() <= usedBefore) {
                live.state().storeSnapshotIfWorthIt();
                engine.streams().remove(live);
                live.drop(new Result.Overloaded());
            }
        }
        start();
    }
}
