package usher.engine;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jctools.queues.MpscArrayQueue;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.catalog.Catalog;
import usher.domain.event.EventDefinition;
import usher.domain.holding.ExpireHolds;
import usher.domain.seating.States;
import usher.ledger.Ledger;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// The live box offices of one node, in front of one ledger.
///
/// Any thread may [#submit] and [#read]. One thread, the host's, does everything else: it sorts
/// what was submitted into mailboxes, lets each stream decide what waits for it, and sends all
/// that was decided to the ledger in one write. While that write is on its way the next one
/// fills; so the slower the disk, the larger the batches. Nothing is answered before what it
/// depends on is durable.
///
/// The catalog is live from the start; an event's stream is read when somebody first asks for it.
public final class Engine {

    private final Ledger ledger;
    private final Host host;
    private final EngineSettings settings;
    private final EngineObserver observer;

    private final MpscArrayQueue<Submission> inbox;
    private final AtomicBoolean turnIsDue = new AtomicBoolean();
    private final ConcurrentMap<StreamId, LiveStream> streams = new ConcurrentHashMap<>();
    private final Queue<LiveStream> withMail = new ArrayDeque<>();
    private final GroupCommit groupCommit;
    private final DeadlineWatch deadlines;
    private final Loader loader;
    private final Peers peers;
    private final LiveStream catalog;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private volatile boolean stopping;

    /// An engine that serves what `ledger` holds. Blocks until the catalog is read.
    ///
    /// @throws usher.ledger.LedgerException if it cannot be read
    public Engine(Ledger ledger, Host host, EngineSettings settings, EngineObserver observer) {
        this.ledger = ledger;
        this.host = host;
        this.settings = settings;
        this.observer = observer;
        this.inbox = new MpscArrayQueue<>(settings.inboxCommandsMax());
        this.groupCommit = new GroupCommit(this);
        this.deadlines = new DeadlineWatch(this);
        this.loader = new Loader(ledger, settings.readEntriesMax());
        this.catalog = new LiveStream(StreamId.CATALOG, this);
        this.peers = new Peers(this, catalog);
    }

    /// Reads the catalog and begins to serve. Blocks until that is done.
    ///
    /// @throws usher.ledger.LedgerException if the catalog cannot be read
    public void start() {
        Loader.Loaded read = loader.load(StreamId.CATALOG, new Catalog());
        streams.put(StreamId.CATALOG, catalog);
        host.execute(
                guarded(
                        () -> {
                            catalog.loaded(read.state(), read.position(), read.factsRead());
                            deadlines.start();
                            peers.start();
                            new Unloading(this).start();
                        }));
    }

    /// Asks for something to be done in `stream`. The reply comes exactly once, with
    /// [Result.Overloaded] at once if there is no room. Any thread.
    ///
    /// @param urgent whether it goes before others: what frees seats or settles money
    public void submit(StreamId stream, boolean urgent, Ask ask, Reply reply) {
        offer(stream, urgent, ask, reply);
        ring();
    }

    /// Like [#submit], but nothing need happen until the next [#ring]: whoever has more to ask
    /// rings once after the last, and the engine wakes up once and finds a batch.
    public void offer(StreamId stream, boolean urgent, Ask ask, Reply reply) {
        Submission submission = new Submission(stream, ask, urgent, host.nanoTime(), reply);
        if (stopping || !inbox.offer(submission)) answer(submission, new Result.Overloaded());
    }

    /// Looks at the durable state of `stream`, as of a moment ago. Any thread.
    public void read(StreamId stream, Reading<?> reading) {
        host.execute(
                guarded(() -> withStream(stream, found -> found.offer(reading), reading::failed)));
    }

    /// The states of all seats of an event: on the caller's thread if they are at hand, else on the
    /// engine's. Any thread.
    public void states(StreamId event, Consumer<States> seen, Consumer<Result> failed) {
        LiveStream live = streams.get(event);
        States atHand = live == null ? null : live.publishedStates();
        if (atHand != null) {
            seen.accept(atHand);
        } else {
            read(event, Reading.of(state -> publish(event, (BoxOffice) state), seen, failed));
        }
    }

    /// Takes nothing more, answers all that was taken, and stores what makes the next start quick.
    /// Completes when nothing is under way.
    public CompletionStage<Void> stop() {
        stopping = true;
        host.execute(guarded(this::work));
        return stopped;
    }

    private States publish(StreamId event, BoxOffice durable) {
        LiveStream live = streams.get(event);
        return live == null ? durable.states() : live.publishStates(durable);
    }

    /// Lets the engine look at what was offered. Any thread.
    public void ring() {
        if (!turnIsDue.get() && turnIsDue.compareAndSet(false, true)) {
            host.execute(guarded(this::turn));
        }
    }

    private void turn() {
        turnIsDue.set(false);
        for (Submission next = inbox.poll(); next != null; next = inbox.poll()) {
            sort(next);
        }
        work();
    }

    private void sort(Submission submission) {
        LiveStream live = streams.get(submission.stream());
        if (live != null) {
            live.offer(submission);
        } else {
            withStream(
                    submission.stream(),
                    found -> found.offer(submission),
                    why -> answer(submission, why));
        }
    }

    /// Decides all mail there is, and sends what was decided if nothing is on its way.
    void work() {
        for (LiveStream next = withMail.poll(); next != null; next = withMail.poll()) {
            next.decideMail();
        }
        groupCommit.sendIfFree();
        if (stopping) stopWhenQuiet();
    }

    /// Finds the live stream, or begins to load it; tells `absent` if there is no such event.
    void withStream(StreamId id, Consumer<LiveStream> found, Consumer<Result> absent) {
        LiveStream live = streams.get(id);
        if (live != null) {
            found.accept(live);
            return;
        }
        peers.define(
                id,
                definition -> found.accept(liveOrLoading(id, definition)),
                () -> absent.accept(new Result.EventNotFound()));
    }

    private LiveStream liveOrLoading(StreamId id, EventDefinition definition) {
        LiveStream live = streams.get(id);
        if (live != null) return live;
        LiveStream loading = new LiveStream(id, this);
        streams.put(id, loading);
        blocking(
                () -> loader.load(id, new BoxOffice(definition)),
                (loaded, trouble) -> {
                    if (loaded != null) {
                        loading.loaded(loaded.state(), loaded.position(), loaded.factsRead());
                    } else {
                        streams.remove(id, loading);
                        loading.drop(unreadable(id, trouble));
                    }
                });
        return loading;
    }

    private Result unreadable(StreamId id, @Nullable RuntimeException trouble) {
        String reason =
                "cannot read %s: %s".formatted(id, trouble == null ? "" : trouble.getMessage());
        observer.troubled(id, reason);
        return new Result.Unavailable(reason, false);
    }

    /// Gives the answer that the entry `decided.repeats()` gave, again.
    void answerAgain(LiveStream stream, Decided decided) {
        blocking(
                () -> loader.answerAgain(stream.id(), stream.state(), decided),
                (answer, trouble) ->
                        answer(
                                decided.submission(),
                                answer != null
                                        ? new Result.Done(answer)
                                        : unreadable(stream.id(), trouble)));
    }

    /// Makes the holds of `stream` that ran out known.
    void expire(StreamId stream) {
        Submission submission =
                new Submission(
                        stream,
                        at -> new ExpireHolds(Cause.system(at, "expiry")),
                        true,
                        host.nanoTime(),
                        _ -> {});
        sort(submission);
        work();
    }

    void answer(Submission submission, Result result) {
        observer.answered(result, host.nanoTime() - submission.sinceNanos());
        submission.reply().complete(result);
    }

    void hasMail(LiveStream stream) {
        if (stream.joinsMailQueue()) withMail.add(stream);
    }

    void hasOpenEntry(LiveStream stream) {
        groupCommit.add(stream);
    }

    void forget(LiveStream stream) {
        streams.remove(stream.id(), stream);
    }

    /// A pause of random length that grows with the count of races lost in a row.
    long pauseMillis(int losses) {
        return 1 + Long.remainderUnsigned(host.random(), 1L << Math.min(losses, 7));
    }

    /// The id of a new entry: random, never 0.
    long entryId() {
        long id = host.random();
        return id == 0 ? 1 : id;
    }

    long nowMillis() {
        return ledger.now().toEpochMilli();
    }

    Ledger ledger() {
        return ledger;
    }

    Host host() {
        return host;
    }

    EngineSettings settings() {
        return settings;
    }

    EngineObserver observer() {
        return observer;
    }

    DeadlineWatch deadlines() {
        return deadlines;
    }

    ConcurrentMap<StreamId, LiveStream> streams() {
        return streams;
    }

    Loader loader() {
        return loader;
    }

    /// Runs `task` on the engine's thread in `millis`, and what follows from it.
    void after(long millis, Runnable task) {
        host.executeAfter(
                millis,
                guarded(
                        () -> {
                            task.run();
                            work();
                        }));
    }

    /// Keeps the state that `frozen` is a copy of, as of `at`; elsewhere, and if it goes wrong no
    /// more.
    void storeSnapshot(StreamId stream, Position at, Supplier<List<Fact>> frozen) {
        this.<Boolean>blocking(
                () -> {
                    ledger.snapshots().store(new Snapshot(stream, at, frozen.get()));
                    return true;
                },
                (_, trouble) -> {
                    if (trouble != null)
                        observer.troubled(stream, "no snapshot: " + trouble.getMessage());
                });
    }

    /// Runs `task` on a thread that may block, then `then` on the engine's, with the result or the
    /// trouble.
    <T> void blocking(Supplier<T> task, BiConsumer<@Nullable T, @Nullable RuntimeException> then) {
        host.executeBlocking(
                () -> {
                    T result;
                    try {
                        result = task.get();
                    } catch (RuntimeException trouble) {
                        host.execute(guarded(() -> finish(then, null, trouble)));
                        return;
                    }
                    host.execute(guarded(() -> finish(then, result, null)));
                });
    }

    private <T> void finish(
            BiConsumer<@Nullable T, @Nullable RuntimeException> then,
            @Nullable T result,
            @Nullable RuntimeException trouble) {
        then.accept(result, trouble);
        work();
    }

    /// `task`, after whose failure nothing can be trusted any more.
    Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable broken) {
                stopping = true;
                host.fatal(broken);
            }
        };
    }

    private void stopWhenQuiet() {
        if (!inbox.isEmpty() || groupCommit.isBusy()) return;
        for (LiveStream live : streams.values()) {
            if (!live.isIdle()) return;
        }
        stopped.complete(null);
    }
}
