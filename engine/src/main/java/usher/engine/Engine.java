package usher.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.StateMachine;
import usher.domain.catalog.Catalog;
import usher.domain.holding.ExpireHolds;
import usher.domain.seating.States;
import usher.ledger.Ledger;
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

    private final MpscAtomicArrayQueue<Submission> inbox;
    private final AtomicBoolean turnIsDue = new AtomicBoolean();
    private final Streams streams;
    private final Queue<LiveStream> withMail = new ArrayDeque<>();
    private final HostThread thread;
    private final GroupCommit groupCommit;
    private final DeadlineWatch deadlines;
    private final Loader loader;
    private final Peers peers;
    private final Listings listings;
    private final Payments payments;
    private final Unloading unloading;
    private final SnapshotWriter snapshots;
    private final Ending ending;
    private long unanswered;

    /// Whether what was decided last has to be written.
    private volatile boolean writesMail;

    /// An engine that serves what `ledger` holds, once it is started, and lets nobody pay.
    public Engine(Ledger ledger, Host host, EngineSettings settings, EngineObserver observer) {
        this(ledger, host, settings, observer, PaymentGateway.none());
    }

    /// An engine that serves what `ledger` holds, once it is started.
    public Engine(
            Ledger ledger,
            Host host,
            EngineSettings settings,
            EngineObserver observer,
            PaymentGateway gateway) {
        this.ledger = ledger;
        this.host = host;
        this.settings = settings;
        this.observer = observer;
        this.inbox = new MpscAtomicArrayQueue<>(settings.inboxCommandsMax());
        this.streams = new Streams(this);
        this.thread = new HostThread(host, this::work);
        this.groupCommit = new GroupCommit(this);
        this.deadlines = new DeadlineWatch(this);
        this.loader = new Loader(ledger, settings.readEntriesMax());
        this.peers = new Peers(this);
        this.listings = new Listings(this);
        this.payments = new Payments(this, gateway);
        this.unloading = new Unloading(this);
        this.snapshots = new SnapshotWriter(this);
        this.ending = new Ending(this);
    }

    /// Reads the catalog and begins to serve. Blocks until that is done.
    ///
    /// @throws usher.ledger.LedgerException if the catalog cannot be read
    public void start() {
        Loader.Loaded read = loader.load(StreamId.CATALOG, new Catalog());
        LiveStream catalog = streams.addCatalog();
        thread.execute(
                () -> {
                    catalog.loaded(read);
                    deadlines.start();
                    peers.start();
                    unloading.start();
                });
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
    /// rings after some, and after the last, and the engine wakes up and finds a batch.
    public void offer(StreamId stream, boolean urgent, Ask ask, Reply reply) {
        Submission submission = new Submission(stream, ask, urgent, host.nanoTime(), reply);
        if (isStopping() || !inbox.offer(submission)) tell(submission, new Result.Overloaded());
    }

    /// Lets the engine look at what was offered: at once, or when the write that is on its way
    /// has ended, since until then nothing can be sent and every wake-up costs as much as a
    /// request. Any thread.
    public void ring() {
        if (groupCommit.isWriting()) return;
        if (!turnIsDue.get() && turnIsDue.compareAndSet(false, true)) thread.execute(this::turn);
    }

    /// Like [#ring], for who has more to ask and does not wait for it: the first of them may be
    /// written meanwhile. Nothing happens if what was decided last was not to be written, since
    /// then there is nothing to gain but wake-ups. Any thread.
    public void ringEarly() {
        if (writesMail) ring();
    }

    /// Looks at the durable state of `stream`, as of a moment ago. Any thread.
    public void read(StreamId stream, Reading<?> reading) {
        thread.execute(() -> streams.with(stream, found -> found.offer(reading), reading::failed));
    }

    /// Like [#read], but never older than what the ledger had when this was called, also by other
    /// nodes. Any thread.
    public void readLatest(StreamId stream, Reading<?> reading) {
        thread.execute(
                () ->
                        streams.with(
                                stream,
                                found -> peers.catchUpAnd(stream, () -> found.offer(reading)),
                                reading::failed));
    }

    /// The states of all seats of an event: on the caller's thread if they are at hand, else on the
    /// engine's. Any thread.
    public void states(StreamId event, Consumer<States> seen, Consumer<Result> failed) {
        LiveStream live = streams.find(event);
        States atHand = live == null ? null : live.state().shown().atHand();
        if (atHand != null) {
            seen.accept(atHand);
        } else {
            read(event, Reading.of(state -> show(event, (BoxOffice) state), seen, failed));
        }
    }

    /// Takes nothing more, answers all that was taken, and stores what makes the next start quick.
    /// Completes, on the engine's thread, when that is done; nothing is appended from then on.
    public CompletionStage<Void> stop() {
        return ending.begin();
    }

    private States show(StreamId event, BoxOffice durable) {
        LiveStream live = streams.find(event);
        return live == null ? durable.states() : live.state().shown().show(durable);
    }

    private void turn() {
        turnIsDue.set(false);
        sortInbox();
    }

    /// Takes what was offered into the mailboxes.
    void sortInbox() {
        for (Submission next = inbox.poll(); next != null; next = inbox.poll()) {
            if (ending.isOver()) {
                tell(next, new Result.Overloaded());
            } else {
                sort(next);
            }
        }
    }

    private void sort(Submission submission) {
        unanswered++;
        LiveStream live = streams.find(submission.stream());
        if (live != null) {
            live.offer(submission);
        } else {
            streams.with(
                    submission.stream(),
                    found -> found.offer(submission),
                    why -> answer(submission, why));
        }
    }

    /// Decides all mail there is, and sends what was decided if nothing is on its way.
    private void work() {
        if (!withMail.isEmpty()) {
            for (LiveStream next = withMail.poll(); next != null; next = withMail.poll()) {
                next.decideMail();
            }
            writesMail = groupCommit.isBusy();
        }
        groupCommit.sendIfFree();
        ending.endIfQuiet();
    }

    /// How many asks wait to be answered, about: it is looked at while it changes. Any thread.
    public long waiting() {
        return inbox.size() + unanswered;
    }

    /// Whether all that was taken is answered, and nothing is on its way to the ledger.
    boolean isQuiet() {
        return unanswered == 0 && inbox.isEmpty() && !groupCommit.isBusy();
    }

    /// What to tell somebody who asked for what the ledger cannot show now.
    Result unreadable(StreamId id, @Nullable RuntimeException trouble) {
        String reason =
                "cannot read %s: %s".formatted(id, trouble == null ? "" : trouble.getMessage());
        observer.troubled(id, reason);
        return new Result.Unavailable(reason, false);
    }

    /// Gives the answer that the entry `decided.repeats()` of `stream` gave, again.
    void answerAgain(StreamId stream, StateMachine like, Decided decided) {
        StateMachine fresh = Loader.fresh(like);
        thread.blocking(
                () -> loader.answerAgain(stream, fresh, decided),
                (answer, trouble) ->
                        answer(
                                decided.submission(),
                                answer != null
                                        ? new Result.Done(answer)
                                        : unreadable(stream, trouble)));
    }

    /// Does what is due in `stream`: makes known which holds ran out, lets the list follow, and
    /// asks the gateway.
    void meetDeadline(StreamId stream) {
        if (isStopping()) return;
        LiveStream live = streams.find(stream);
        if (live != null) listings.follow(live);
        payments.meet(stream);
        sort(
                new Submission(
                        stream,
                        at -> new ExpireHolds(Cause.system(at, "expiry")),
                        true,
                        host.nanoTime(),
                        _ -> {}));
    }

    /// Answers what was sorted.
    void answer(Submission submission, Result result) {
        unanswered--;
        tell(submission, result);
    }

    private void tell(Submission submission, Result result) {
        observer.answered(result, host.nanoTime() - submission.sinceNanos());
        submission.reply().complete(result);
    }

    void hasMail(LiveStream stream) {
        if (stream.joinsMailQueue()) withMail.add(stream);
    }

    void hasOpenEntry(LiveStream stream) {
        groupCommit.add(stream);
    }

    /// A pause of random length that grows with the count of disappointments in a row.
    long pauseMillis(int disappointments) {
        return 1 + Long.remainderUnsigned(host.random(), 1L << Math.min(disappointments, 7));
    }

    /// The id of a new entry: random, never 0.
    long entryId() {
        long id = host.random();
        return id == 0 ? 1 : id;
    }

    long nowMillis() {
        return ledger.now().toEpochMilli();
    }

    /// Whether it takes nothing more.
    boolean isStopping() {
        return ending.hasBegun() || thread.isBroken();
    }

    HostThread thread() {
        return thread;
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

    SnapshotWriter snapshots() {
        return snapshots;
    }

    Peers peers() {
        return peers;
    }

    Payments payments() {
        return payments;
    }

    Loader loader() {
        return loader;
    }

    Streams streams() {
        return streams;
    }
}
