package usher.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.catalog.Catalog;
import usher.domain.event.EventDefinition;
import usher.ledger.Heads.Head;
import usher.ledger.StreamId;

/// Keeps this node up with what other nodes append to a shared ledger.
///
/// Signals make it quick, a slow scan of all heads makes it sure. None of it is needed to be
/// right: an append to a stream that has moved is told so.
final class Peers {

    private static final long SCAN_MILLIS = 1_000;
    private static final long CATALOG_BUSY_MILLIS = 5;
    private static final int HEADS_MAX = 1_000;

    /// Somebody who asked for an event that is not in the catalog as it is known here.
    private record Seeker(StreamId id, Consumer<EventDefinition> found, Runnable absent) {}

    private final Engine engine;
    private final LiveStream catalog;
    private final Set<StreamId> catchingUp = new HashSet<>();
    private List<Seeker> seekers = new ArrayList<>();

    Peers(Engine engine, LiveStream catalog) {
        this.engine = engine;
        this.catalog = catalog;
    }

    void start() {
        if (!engine.ledger().isShared()) return;
        engine.ledger()
                .heads()
                .listen(id -> engine.host().execute(engine.guarded(() -> catchUp(id))));
        scan(null);
    }

    /// Finds the definition of the event `id`. If the catalog does not know it, another node may
    /// have listed it a moment ago: the catalog catches up with the ledger before anybody is told
    /// no.
    void define(StreamId id, Consumer<EventDefinition> found, Runnable absent) {
        EventDefinition known = known(id);
        if (known != null) {
            found.accept(known);
        } else if (!engine.ledger().isShared()) {
            absent.run();
        } else {
            seekers.add(new Seeker(id, found, absent));
            if (seekers.size() == 1) search();
        }
    }

    private void search() {
        if (!catalog.isIdle()) {
            engine.after(CATALOG_BUSY_MILLIS, this::search);
            return;
        }
        long after = catalog.position().version();
        engine.blocking(
                () -> engine.loader().readAll(StreamId.CATALOG, after),
                (missed, _) -> {
                    if (missed != null) catalog.catchUp(missed);
                    List<Seeker> asked = seekers;
                    seekers = new ArrayList<>();
                    asked.forEach(this::tell);
                });
    }

    private void tell(Seeker seeker) {
        EventDefinition known = known(seeker.id());
        if (known != null) {
            seeker.found().accept(known);
        } else {
            seeker.absent().run();
        }
    }

    private @Nullable EventDefinition known(StreamId id) {
        return ((Catalog) catalog.state()).find(id.event());
    }

    /// Reads what `id` is missing, if it is live here and has nothing under way that would find out
    /// anyway.
    private void catchUp(StreamId id) {
        LiveStream live = engine.streams().get(id);
        if (live == null || !live.isIdle() || !catchingUp.add(id)) return;
        long after = live.position().version();
        engine.blocking(
                () -> engine.loader().readAll(id, after),
                (missed, _) -> {
                    catchingUp.remove(id);
                    if (missed != null && !missed.isEmpty()) live.catchUp(missed);
                });
    }

    private void scan(@Nullable StreamId after) {
        engine.blocking(
                () -> engine.ledger().heads().scan(after, HEADS_MAX),
                (heads, _) -> {
                    if (heads == null || heads.size() < HEADS_MAX) {
                        engine.after(SCAN_MILLIS, () -> scan(null));
                    } else {
                        scan(heads.getLast().stream());
                    }
                    if (heads != null) heads.forEach(this::compare);
                });
    }

    private void compare(Head head) {
        LiveStream live = engine.streams().get(head.stream());
        if (live != null && head.position().version() > live.position().version()) {
            catchUp(head.stream());
        }
    }
}
