package usher.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.Command;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.StateMachine;
import usher.domain.seating.States;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// One stream that is alive on this node: its state, its mail, and its entry on the way to the
/// ledger.
///
/// The state runs ahead of the ledger by at most one entry. What is asked meanwhile either joins
/// that entry (while it is open) or waits in the mailbox (once it is sent); so whatever is known
/// outside is durable, and one rollback leads back to what is. Everything here runs on the
/// engine's thread, but for [#publishedStates].
final class LiveStream {

    /// Where a stream is between two durable entries.
    private enum Phase {
        /// Its state is being read from the ledger.
        LOADING,
        /// It decides what comes.
        READY,
        /// Its entry is on the way; it decides nothing.
        SENT,
        /// It lost a race or does not know how its append ended, and lets a moment pass.
        RESTING,
        /// It is no longer used: its state could not be read, or the ledger fell behind it.
        DROPPED
    }

    /// After how many lost races in a row a stream begins to pause before it tries again.
    private static final int LOSSES_IN_PEACE = 2;

    private static final int FACTS_WORTH_A_SNAPSHOT = 1_000;

    private final StreamId id;
    private final Engine engine;
    private final Mailbox mailbox;
    private final List<Reading<?>> readings = new ArrayList<>();

    private Phase phase = Phase.LOADING;
    private @Nullable StateMachine state;
    private Position position = Position.START;
    private OpenEntry open = new OpenEntry();
    private @Nullable Append sent;
    private boolean isInMailQueue;
    private boolean isInNextWrite;
    private int losses;
    private int factsSinceSnapshot;
    private long lastUsedMillis;
    private long alarmMillis = Long.MAX_VALUE;
    private volatile long durableVersion = -1;
    private volatile @Nullable States published;

    LiveStream(StreamId id, Engine engine) {
        this.id = id;
        this.engine = engine;
        this.mailbox = new Mailbox(engine.settings().mailboxCommandsMax());
    }

    StreamId id() {
        return id;
    }

    /// The last durable entry that is known here.
    Position position() {
        return position;
    }

    /// The state, which may be ahead of [#position] by an entry.
    ///
    /// @throws IllegalStateException if it was not read yet
    StateMachine state() {
        if (state == null) throw new IllegalStateException("not loaded: " + id);
        return state;
    }

    boolean isLoaded() {
        return state != null;
    }

    /// Whether nothing is under way, so that it could be unloaded or caught up with the ledger.
    boolean isIdle() {
        return phase == Phase.READY && open.isEmpty() && mailbox.isEmpty() && readings.isEmpty();
    }

    long lastUsedMillis() {
        return lastUsedMillis;
    }

    /// When [DeadlineWatch] rings for this stream next; [Long#MAX_VALUE]: it does not.
    long alarmMillis() {
        return alarmMillis;
    }

    void setAlarmMillis(long millis) {
        alarmMillis = millis;
    }

    /// Says that it is in the queue of streams with mail now; false if it was there already.
    boolean joinsMailQueue() {
        boolean joins = !isInMailQueue;
        isInMailQueue = true;
        return joins;
    }

    /// Says that its entry goes with the next write; false if that was said already.
    boolean joinsNextWrite() {
        boolean joins = !isInNextWrite;
        isInNextWrite = true;
        return joins;
    }

    /// The states after the last durable entry, if somebody asked for them since. Any thread.
    @Nullable States publishedStates() {
        States states = published;
        return states != null && states.version() == durableVersion ? states : null;
    }

    /// The state was read: it is that of `at`.
    void loaded(StateMachine read, Position at, int factsRead) {
        state = read;
        position = at;
        factsSinceSnapshot = factsRead;
        read.beginTentative();
        resume();
        madeDurable();
    }

    /// The state cannot be had: everybody who waits is told `why`.
    void drop(Result why) {
        phase = Phase.DROPPED;
        OpenEntry unfinished = open;
        open = new OpenEntry();
        for (Decided decided : unfinished.waiting()) {
            engine.answer(decided.submission(), why);
        }
        for (Submission s = mailbox.poll(); s != null; s = mailbox.poll()) {
            engine.answer(s, why);
        }
        readings.forEach(reading -> reading.failed(why));
        readings.clear();
    }

    void offer(Submission submission) {
        lastUsedMillis = engine.nowMillis();
        if (!mailbox.offer(submission)) {
            engine.answer(submission, new Result.Overloaded());
        } else if (phase == Phase.READY) {
            engine.hasMail(this);
        }
    }

    void offer(Reading<?> reading) {
        lastUsedMillis = engine.nowMillis();
        readings.add(reading);
        if (phase == Phase.READY && open.isEmpty()) serveReadings();
    }

    /// Decides what is in the mailbox, as far as it goes into one entry.
    void decideMail() {
        isInMailQueue = false;
        if (phase != Phase.READY) return;
        long atMillis = Math.max(engine.nowMillis(), state().latestMillis());
        long nowNanos = engine.host().nanoTime();
        int max = engine.settings().entryCommandsMax();
        while (open.size() < max) {
            Submission next = mailbox.poll();
            if (next == null) break;
            if (next.isOverdue(nowNanos, engine.settings().answerWithinMillis())) {
                engine.answer(next, new Result.Overloaded());
            } else {
                decide(next, atMillis);
            }
        }
        if (!open.isEmpty()) engine.hasOpenEntry(this);
    }

    private void decide(Submission submission, long atMillis) {
        Command command = submission.ask().at(atMillis);
        switch (state().decide(command)) {
            case Decision.Accepted(List<Fact> facts) -> {
                facts.forEach(state()::apply);
                open.add(facts, atMillis + engine.settings().acceptWithinMillis());
                Result done = new Result.Done(state().answer(command, facts));
                open.add(new Decided(submission, command, done, 0));
            }
            case Decision.Unchanged() -> {
                Result done = new Result.Done(state().answer(command, List.of()));
                conclude(new Decided(submission, command, done, 0));
            }
            case Decision.Refused refused -> {
                Result no = new Result.Refused(refused.refusal(), refused.seats());
                conclude(new Decided(submission, command, no, 0));
            }
            case Decision.Repeated(long version) ->
                    conclude(new Decided(submission, command, null, version));
        }
    }

    /// Answers what made no facts: at once if it was decided on durable facts that no other node
    /// can have added to, else with the entry that it depends on.
    private void conclude(Decided decided) {
        if (open.hasFacts() || engine.ledger().isShared()) {
            open.add(decided);
        } else {
            answer(decided);
        }
    }

    /// What is to be appended now: the open entry, or the one whose end is unknown once more.
    Append send() {
        phase = Phase.SENT;
        isInNextWrite = false;
        Append append = sent;
        if (append == null) {
            if (open.hasFacts()) state().closeEntry();
            append = open.seal(id, position, engine.entryId(), state().deadlineMillis());
            sent = append;
        }
        return append;
    }

    /// The append sent last ended as `outcome`.
    void settle(Outcome outcome) {
        switch (outcome) {
            case Outcome.Appended(Position at) -> succeeded(at);
            case Outcome.Conflict(List<Entry> missed) -> lost(missed);
            case Outcome.Rewound(Position head) -> rewound(head);
            case Outcome.Late() -> decideAgain();
            case Outcome.Unavailable(String reason) -> refuse(reason);
            case Outcome.Unknown(String reason) -> askAgain(reason);
        }
    }

    /// Another node appended `missed`; applies what follows [#position], if nothing is under way.
    void catchUp(List<Entry> missed) {
        if (!isIdle()) return;
        applyMissed(missed);
        madeDurable();
    }

    private void succeeded(Position at) {
        OpenEntry written = open;
        open = new OpenEntry();
        sent = null;
        losses = 0;
        state().commit();
        if (written.hasFacts()) {
            position = at;
            factsSinceSnapshot += written.facts().size();
            engine.observer().appended(new Entry(id, at, written.facts()));
        }
        resume();
        written.waiting().forEach(this::answer);
        madeDurable();
    }

    private void lost(List<Entry> missed) {
        if (isMine(missed.getFirst())) {
            succeeded(missed.getFirst().position());
            applyMissed(missed.subList(1, missed.size()));
            madeDurable();
            return;
        }
        engine.observer().lostRace(id);
        losses++;
        state().rollback();
        applyMissed(missed);
        tryOnceMore();
    }

    private boolean isMine(Entry entry) {
        Append mine = sent;
        return mine != null && !mine.isCheck() && entry.position().equals(mine.position());
    }

    private void decideAgain() {
        state().rollback();
        tryOnceMore();
    }

    private void tryOnceMore() {
        mailbox.putBack(open.submissions());
        open = new OpenEntry();
        sent = null;
        if (losses <= LOSSES_IN_PEACE) {
            resume();
            madeDurable();
        } else {
            rest(engine.pauseMillis(losses), this::resumeAndDecide);
        }
    }

    private void refuse(String reason) {
        engine.observer().troubled(id, reason);
        state().rollback();
        OpenEntry unwritten = open;
        open = new OpenEntry();
        sent = null;
        for (Decided decided : unwritten.waiting()) {
            engine.answer(decided.submission(), new Result.Unavailable(reason, false));
        }
        resumeAndDecide();
    }

    private void rewound(Position head) {
        engine.observer().rewound(id);
        engine.forget(this);
        drop(
                new Result.Unavailable(
                        "the ledger of %s fell back from entry %d to %d: what was acknowledged"
                                        .formatted(id, position.version(), head.version())
                                + " after that is lost",
                        true));
    }

    /// Nobody knows whether the entry was written: the very same one is appended again until
    /// somebody does. Callers who have given up are told so.
    private void askAgain(String reason) {
        engine.observer().troubled(id, reason);
        losses++;
        rest(engine.pauseMillis(losses), () -> engine.hasOpenEntry(this));
    }

    private void rest(long millis, Runnable then) {
        phase = Phase.RESTING;
        engine.after(
                millis,
                () -> {
                    if (phase == Phase.RESTING) then.run();
                });
    }

    private void resumeAndDecide() {
        resume();
        madeDurable();
    }

    private void resume() {
        phase = Phase.READY;
    }

    private void applyMissed(List<Entry> missed) {
        for (Entry entry : missed) {
            if (entry.version() != position.version() + 1) continue;
            entry.facts().forEach(state()::apply);
            state().closeEntry();
            state().commit();
            position = entry.position();
            factsSinceSnapshot += entry.facts().size();
            engine.observer().appended(entry);
        }
    }

    /// The state is durable now, and nothing is open: whoever waits for that gets his turn.
    private void madeDurable() {
        durableVersion = position.version();
        serveReadings();
        engine.deadlines().watch(this, state().deadlineMillis());
        if (factsSinceSnapshot >= engine.settings().snapshotFacts()) storeSnapshot();
        if (!mailbox.isEmpty()) engine.hasMail(this);
    }

    /// Begins to store a snapshot of the durable state, elsewhere.
    void storeSnapshot() {
        factsSinceSnapshot = 0;
        Position at = position;
        Supplier<List<Fact>> frozen = state().snapshot();
        engine.storeSnapshot(id, at, frozen);
    }

    /// Stores a snapshot if reading it will be quicker than reading the facts since the last.
    void storeSnapshotIfWorthIt() {
        if (factsSinceSnapshot >= FACTS_WORTH_A_SNAPSHOT) storeSnapshot();
    }

    private void serveReadings() {
        if (readings.isEmpty()) return;
        List<Reading<?>> served = List.copyOf(readings);
        readings.clear();
        served.forEach(this::serve);
    }

    private <T> void serve(Reading<T> reading) {
        reading.seen(reading.look(state()));
    }

    /// The states after the last durable entry, from now on also for [#publishedStates]. Call only
    /// where nothing is open.
    States publishStates(BoxOffice durable) {
        States states = publishedStates();
        if (states == null) {
            states = durable.states();
            published = states;
        }
        return states;
    }

    private void answer(Decided decided) {
        Result result = decided.result();
        if (result != null) {
            engine.answer(decided.submission(), result);
        } else {
            engine.answerAgain(this, decided);
        }
    }
}
