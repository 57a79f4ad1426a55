package usher.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.EventListed;
import usher.domain.event.EventDefinition;
import usher.ledger.Entry;
import usher.ledger.Heads.Head;
import usher.ledger.StreamId;

/// Keeps this node up with what other nodes append to a shared ledger.
///
/// Signals make it quick, a slow scan of all heads makes it sure. None of it is needed to be
/// right: an append to a stream that has moved is told so.
final class Peers {

    private static final long SCAN_MILLIS = 1_000;
    private static final int HEADS_MAX = 1_000;

    /// Somebody who asked for an event that was not in the catalog as of entry `after`.
    private record Seeker(
            EventId event, long after, Consumer<EventDefinition> found, Consumer<Result> absent) {}

    private final Engine engine;
    /// Streams that are being read, and whether they were signalled again since that began.
    private final Map<StreamId, Boolean> catchingUp = new HashMap<>();
    private List<Seeker> seekers = new ArrayList<>();
    private boolean isSearching;
    private @Nullable AutoCloseable signals;

    Peers(Engine engine) {
        this.engine = engine;
    }

    void start() {
        if (!engine.ledger().isShared()) return;
        Consumer<StreamId> heard = id -> engine.thread().execute(() -> catchUp(id));
        signals = engine.ledger().heads().listenToOthers(heard);
        scan(null);
    }

    void stop() {
        AutoCloseable listening = signals;
        if (listening == null) return;
        try {
            listening.close();
        } catch (Exception e) {
            engine.observer().troubled(StreamId.CATALOG, "cannot stop listening: " + e);
        }
    }

    /// Finds the durable definition of the event `id`. If the catalog does not know it, another
    /// node may have listed it a moment ago: the ledger is asked before anybody is told no.
    void define(StreamId id, Consumer<EventDefinition> found, Consumer<Result> absent) {
        EventId event = id.event();
        engine.streams()
                .with(
                        StreamId.CATALOG,
                        catalog ->
                                catalog.offer(
                                        Reading.of(
                                                state ->
                                                        Optional.ofNullable(
                                                                ((Catalog) state).find(event)),
                                                known ->
                                                        known.ifPresentOrElse(
                                                                found,
                                                                () ->
                                                                        seek(
                                                                                catalog, event,
                                                                                found, absent)),
                                                absent)),
                        absent);
    }

    private void seek(
            LiveStream catalog,
            EventId event,
            Consumer<EventDefinition> found,
            Consumer<Result> absent) {
        if (!engine.ledger().isShared()) {
            absent.accept(new Result.EventNotFound());
            return;
        }
        seekers.add(new Seeker(event, catalog.state().position().version(), found, absent));
        if (!isSearching) search();
    }

    /// Reads what the catalog has missed, for all who ask now; who asks later needs a later look.
    private void search() {
        List<Seeker> asking = seekers;
        seekers = new ArrayList<>();
        isSearching = true;
        long after = asking.stream().mapToLong(Seeker::after).min().orElse(0);
        engine.thread()
                .blocking(
                        () -> engine.loader().readAll(StreamId.CATALOG, after),
                        (missed, trouble) -> {
                            isSearching = false;
                            if (missed == null) {
                                Result why = engine.unreadable(StreamId.CATALOG, trouble);
                                asking.forEach(seeker -> seeker.absent().accept(why));
                            } else {
                                asking.forEach(seeker -> tell(seeker, missed));
                                catchUp(StreamId.CATALOG, missed);
                            }
                            if (!seekers.isEmpty()) search();
                        });
    }

    private static void tell(Seeker seeker, List<Entry> missed) {
        missed.stream()
                .flatMap(entry -> entry.facts().stream())
                .filter(EventListed.class::isInstance)
                .map(fact -> ((EventListed) fact).event())
                .filter(event -> event.id().equals(seeker.event()))
                .findFirst()
                .ifPresentOrElse(
                        seeker.found(), () -> seeker.absent().accept(new Result.EventNotFound()));
    }

    /// Reads what `id` is missing, if it is live here and has nothing under way that would find out
    /// anyway.
    void catchUp(StreamId id) {
        LiveStream live = engine.streams().find(id);
        if (live == null || !live.isIdle()) return;
        if (catchingUp.put(id, true) != null) return;
        catchingUp.put(id, false);
        long after = live.state().position().version();
        engine.thread()
                .blocking(
                        () -> engine.loader().readAll(id, after),
                        (missed, _) -> {
                            boolean again = Boolean.TRUE.equals(catchingUp.remove(id));
                            if (missed != null) catchUp(id, missed);
                            if (again) catchUp(id);
                        });
    }

    /// Does `then` when `id`, which is live here, has all that is in the ledger now, or is about to
    /// hear of it. What cannot be read is not waited for.
    void catchUpAnd(StreamId id, Runnable then) {
        LiveStream live = engine.streams().find(id);
        if (live == null || !engine.ledger().isShared()) {
            then.run();
            return;
        }
        long after = live.state().position().version();
        engine.thread()
                .blocking(
                        () -> engine.loader().readAll(id, after),
                        (missed, _) -> {
                            if (missed != null) catchUp(id, missed);
                            then.run();
                        });
    }

    private void catchUp(StreamId id, List<Entry> missed) {
        LiveStream live = engine.streams().find(id);
        if (live != null && !missed.isEmpty()) live.catchUp(missed);
    }

    private void scan(@Nullable StreamId after) {
        if (engine.isStopping()) return;
        engine.thread()
                .blocking(
                        () -> engine.ledger().heads().scan(after, HEADS_MAX),
                        (heads, _) -> {
                            if (heads != null) heads.forEach(this::compare);
                            if (heads == null || heads.size() < HEADS_MAX) {
                                engine.thread().after(SCAN_MILLIS, () -> scan(null));
                            } else {
                                scan(heads.getLast().stream());
                            }
                        });
    }

    private void compare(Head head) {
        LiveStream live = engine.streams().find(head.stream());
        if (live != null && head.position().version() > live.state().position().version()) {
            catchUp(head.stream());
        }
    }
}
