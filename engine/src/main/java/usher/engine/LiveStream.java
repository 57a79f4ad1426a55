package usher.engine;

import java.util.List;
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
/// engine's thread, but for what
/// [StreamState#shown] shows.
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

    /// How often a stream that lost its races tries again at once: who has just been told what he
    /// missed wins the next race as likely as anybody; who waits has missed more.
    private static final int TRIES_IN_PEACE = 4;

    private final StreamId id;
    private final Engine engine;
    private final Mailbox mailbox;
    private final StreamState state;
    private final Clerk clerk;
    private final Readings readings = new Readings();
    private final Courtesy courtesy = new Courtesy();

    private Phase phase = Phase.LOADING;
    private OpenEntry open = new OpenEntry();
    private boolean isInMailQueue;
    private boolean isInNextWrite;
    private int disappointments;
    private long lastUsedMillis;
    private long alarmMillis = Long.MAX_VALUE;

    LiveStream(StreamId id, Engine engine) {
        this.id = id;
        this.engine = engine;
        this.mailbox = new Mailbox(engine.settings().mailboxCommandsMax());
        this.state = new StreamState(id, engine);
        this.clerk = new Clerk(id, engine, state);
    }

    StreamId id() {
        return id;
    }

    /// What is known of it here.
    StreamState state() {
        return state;
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

    /// The state was read from the ledger.
    void loaded(Loader.Loaded read) {
        state.begin(read);
        lastUsedMillis = engine.nowMillis();
        moveOn();
    }

    /// Its state takes long to be read: who has waited for too long is told so, and so is everybody
    /// who wants to look.
    void loadsForLong() {
        if (phase != Phase.LOADING) return;
        tellOverdue();
        readings.fail(new Result.Overloaded());
        long again = Math.max(1, engine.settings().answerWithinMillis() / 4);
        engine.thread().after(again, this::loadsForLong);
    }

    /// The state cannot be had any more: everybody who waits in the mailbox is told `why`.
    void drop(Result why) {
        phase = Phase.DROPPED;
        for (Submission s = mailbox.poll(); s != null; s = mailbox.poll()) {
            engine.answer(s, why);
        }
        readings.fail(why);
    }

    void offer(Submission submission) {
        if (!mailbox.offer(submission)) {
            engine.answer(submission, new Result.Overloaded());
        } else if (phase == Phase.READY) {
            engine.hasMail(this);
        }
    }

    void offer(Reading<?> reading) {
        lastUsedMillis = engine.nowMillis();
        readings.add(reading);
        if (phase == Phase.READY && open.isEmpty()) readings.serve(state.machine());
    }

    /// Decides what is in the mailbox, as far as it goes into one entry.
    void decideMail() {
        isInMailQueue = false;
        if (phase != Phase.READY) return;
        if (!courtesy.isEnough(mailbox.size())) {
            waitForMore();
            return;
        }
        long atMillis = Math.max(engine.nowMillis(), state.machine().latestMillis());
        lastUsedMillis = atMillis;
        long nowNanos = engine.host().nanoTime();
        int max = engine.settings().entryCommandsMax();
        while (open.size() < max) {
            Submission next = mailbox.poll();
            if (next == null) break;
            if (next.isOverdue(nowNanos, engine.settings().answerWithinMillis())) {
                engine.answer(next, new Result.Overloaded());
            } else {
                clerk.decide(next, atMillis, open);
            }
        }
        if (!open.isEmpty()) engine.hasOpenEntry(this);
    }

    /// What is to be appended now: the open entry, or the one whose end is unknown once more.
    Append send() {
        phase = Phase.SENT;
        isInNextWrite = false;
        courtesy.sent(engine.host().nanoTime());
        Append again = open.sealed();
        if (again != null) return again;
        if (open.hasFacts()) state.machine().closeEntry();
        long deadlineMillis = state.machine().deadlineMillis();
        return open.seal(id, state.position(), engine.entryId(), deadlineMillis);
    }

    /// The append sent last ended as `outcome`.
    void settle(Outcome outcome) {
        switch (outcome) {
            case Outcome.Appended(Position at) -> succeeded(at);
            case Outcome.Conflict(List<Entry> missed) -> lost(missed);
            case Outcome.Rewound(Position head) -> rewound(head);
            case Outcome.Late() -> decideAgain();
            case Outcome.Unavailable(String reason) -> refused(reason);
            case Outcome.Unknown(String reason) -> unknown(reason);
        }
    }

    /// Another node appended `missed`; applies what is new of it, if nothing is under way.
    void catchUp(List<Entry> missed) {
        if (!isIdle()) return;
        state.catchUp(missed);
        moveOn();
    }

    private void succeeded(Position at) {
        OpenEntry written = open;
        open = new OpenEntry();
        disappointments = 0;
        int callers = written.size() + mailbox.size();
        int max = engine.settings().entryCommandsMax();
        courtesy.won(Math.min(callers, max), engine.host().nanoTime());
        state.commit(at, written.facts());
        engine.payments().follow(id, written.facts());
        written.forEachWaiting(clerk::answer);
        moveOn();
    }

    private void lost(List<Entry> missed) {
        Entry first = missed.getFirst();
        if (open.isWrittenAs(first)) {
            succeeded(first.position());
            state.catchUp(missed.subList(1, missed.size()));
            moveOn();
            return;
        }
        engine.observer().lostRace(id);
        courtesy.lost();
        state.rollback();
        state.catchUp(missed);
        mailbox.putBack(open.submissions());
        open = new OpenEntry();
        if (++disappointments % TRIES_IN_PEACE != 0) {
            moveOn();
        } else {
            rest(this::moveOn);
        }
    }

    private void decideAgain() {
        state.rollback();
        mailbox.putBack(open.submissions());
        open = new OpenEntry();
        moveOn();
    }

    private void refused(String reason) {
        if (open.mayBeWritten()) {
            unknown(reason);
            return;
        }
        engine.observer().troubled(id, reason);
        state.rollback();
        OpenEntry unwritten = open;
        open = new OpenEntry();
        unwritten.forEachWaiting(decided -> giveUp(decided, reason, false));
        moveOn();
    }

    private void rewound(Position head) {
        engine.observer().rewound(id);
        String reason =
                "the ledger of %s fell back from entry %d to %d: what was acknowledged"
                                .formatted(id, state.position().version(), head.version())
                        + " after that is lost";
        boolean mayBeWritten = open.mayBeWritten();
        engine.streams().remove(this);
        open.forEachWaiting(decided -> giveUp(decided, reason, mayBeWritten));
        drop(new Result.Unavailable(reason, false));
    }

    /// Nobody knows whether the entry was written: the very same one is appended again until
    /// somebody does. Meanwhile nothing else is decided, and who waits for too long is told so; who
    /// only looks, after a few tries.
    private void unknown(String reason) {
        engine.observer().troubled(id, reason);
        open.mayBeWritten(true);
        disappointments++;
        long now = engine.host().nanoTime();
        long within = engine.settings().answerWithinMillis();
        boolean done = open.hasFacts();
        open.forEachOverdue(now, within, decided -> giveUp(decided, reason, done));
        tellOverdue();
        if (disappointments >= TRIES_IN_PEACE) readings.fail(new Result.Unavailable(reason, false));
        rest(() -> engine.hasOpenEntry(this));
    }

    private void tellOverdue() {
        long within = engine.settings().answerWithinMillis();
        mailbox.forEachOverdue(
                engine.host().nanoTime(),
                within,
                overdue -> engine.answer(overdue, new Result.Overloaded()));
    }

    private void giveUp(Decided decided, String reason, boolean mayBeWritten) {
        engine.answer(decided.submission(), new Result.Unavailable(reason, mayBeWritten));
    }

    /// Lets more of those come back who were just answered, before it decides.
    private void waitForMore() {
        int turn = courtesy.beginsToWait();
        if (turn == 0) return;
        engine.thread()
                .after(
                        courtesy.waitMillis(),
                        () -> {
                            if (courtesy.endsWait(turn) && !mailbox.isEmpty()) engine.hasMail(this);
                        });
    }

    private void rest(Runnable then) {
        phase = Phase.RESTING;
        engine.thread()
                .after(
                        engine.pauseMillis(disappointments),
                        () -> {
                            if (phase == Phase.RESTING) then.run();
                        });
    }

    /// The state is durable now, and nothing is open: whoever waits for that gets his turn.
    private void moveOn() {
        phase = Phase.READY;
        readings.serve(state.machine());
        engine.deadlines().watch(this, state.machine().alarmMillis());
        state.storeSnapshotIfDue();
        if (!mailbox.isEmpty()) engine.hasMail(this);
    }
}
