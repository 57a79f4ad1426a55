package usher.ledger.sqlite;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Outcome;

/// Writes to the journal: all calls that wait as one block, answered once that is durable.
///
/// Only who has the pen writes. Who calls while it lies there takes it and writes a block himself:
/// he would wait for it anyway, and to wake somebody up, and to be woken, costs as much as some
/// holds. What is left when he puts it down (because others called meanwhile, or the journal is
/// full) is for the writer's own thread, the only one that waits.
///
/// After a failed write nobody knows what the disk has, and a second try proves nothing (a kernel
/// may report an fsync's failure once and drop the data), so from then on everything is refused.
final class Writer {

    /// More calls are not taken into a block that is this long.
    private static final int BLOCK_BYTES = 1 << 20;

    /// What is done besides writing, by who has the pen.
    interface Aftermath {

        /// The entries are durable now.
        void durable(List<JournalEntry> entries, Journal.Place next);

        /// How an append ends that does not follow its stream's last entry.
        Outcome dispute(Append append);

        /// Room in the journal is needed; null if it will come by itself, else why it will not.
        @Nullable String askForRoom();

        /// The writer has refused everything since now.
        void broken(String reason);
    }

    private final Journal journal;
    private final LedgerClock clock;
    private final WriteListener listener;
    private final Aftermath aftermath;
    private final GroupCommit group;
    private final KnownHeads heads;
    private final ConcurrentLinkedQueue<Call> queue = new ConcurrentLinkedQueue<>();
    private final int groupBytesMax;
    private final ReentrantLock pen = new ReentrantLock();
    private final Worker worker;
    private volatile boolean asleep;
    private volatile boolean lacksRoom;
    private volatile boolean closing;
    private volatile @Nullable String refusal;

    Writer(
            Journal journal,
            KnownHeads heads,
            LedgerClock clock,
            WriteListener listener,
            Aftermath aftermath) {
        this.journal = journal;
        this.heads = heads;
        this.group = new GroupCommit(heads);
        this.clock = clock;
        this.listener = listener;
        this.aftermath = aftermath;
        this.groupBytesMax = Math.min(BLOCK_BYTES, journal.blockBytesMax() / 4);
        this.worker = new Worker("writer", this::run);
    }

    void start() {
        worker.start();
    }

    /// Any thread; it may have to wait for the disk. An interruption that comes just then closes
    /// the file, and that is a failed write.
    CompletionStage<List<Outcome>> append(List<Append> appends) {
        Call call = new Call(appends);
        queue.add(call);
        if (refusal != null) refuseQueued();
        else if (!writeHere() && asleep) worker.wake();
        return call.answer();
    }

    /// It may go on: perhaps there is room now. Any thread.
    void wake() {
        worker.wake();
    }

    /// Refuses all calls from now on, because of `reason`. Any thread.
    void refuse(String reason) {
        refusal = reason;
        wake();
    }

    /// Answers all calls that came before, and refuses those that come after. Any other thread.
    void close() {
        closing = true;
        worker.wake();
        worker.join();
    }

    private void run() {
        while (hasWork()) writeThere();
        if (refusal == null) refusal = "the ledger is closed";
        writeThere();
    }

    /// Waits for something to do; false once there is nothing and there will be nothing.
    private boolean hasWork() {
        while (isAllWritten()) {
            if (closing) return false;
            asleep = true;
            if (isAllWritten() && !closing) LockSupport.park(this);
            asleep = false;
        }
        return true;
    }

    private boolean isAllWritten() {
        return queue.isEmpty() && !lacksRoom;
    }

    /// Writes a block if nobody does; false if something is left.
    private boolean writeHere() {
        boolean isCalledWhileWriting = pen.isHeldByCurrentThread();
        if (isCalledWhileWriting || Thread.currentThread().isInterrupted()) return false;
        if (!pen.tryLock()) return false;
        try {
            if (!lacksRoom) writeSafely(false);
        } finally {
            pen.unlock();
        }
        return isAllWritten();
    }

    /// Writes a block, or refuses what waits, on the writer's own thread.
    private void writeThere() {
        pen.lock();
        try {
            writeSafely(true);
        } finally {
            pen.unlock();
        }
    }

    private void writeSafely(boolean mayWait) {
        try {
            if (lacksRoom || takeWhatWaits()) write(mayWait);
        } catch (IOException | RuntimeException | Error e) {
            stop(e);
        }
    }

    /// Takes in what waits; false if there is nothing to be written, and that was answered.
    private boolean takeWhatWaits() {
        if (refusal != null) {
            refuseQueued();
            return false;
        }
        group.begin(clock.millis());
        for (Call call = queue.poll(); call != null; call = queue.poll()) {
            group.take(call);
            if (group.length() >= groupBytesMax) break;
        }
        if (group.size() == 0) answer();
        return group.size() > 0;
    }

    private void write(boolean mayWait) throws IOException {
        long began = System.nanoTime();
        long offset = room(mayWait);
        if (offset == Ring.FULL) return;
        byte[] bytes = group.padded();
        List<JournalEntry> entries = group.entries();
        Journal.Place next = journal.write(group.size(), bytes, group.blockLength(), offset);
        listener.written(group.size(), group.blockLength(), System.nanoTime() - began);
        aftermath.durable(entries, next);
        heads.trim();
        answer();
    }

    /// Where the block fits; [Ring#FULL] if it fits nowhere, and that was answered or is left to
    /// who may wait.
    private long room(boolean mayWait) {
        if (group.length() > journal.blockBytesMax()) {
            giveUp(
                    "the write has %d bytes, at most %d fit into the journal"
                            .formatted(group.length(), journal.blockBytesMax()));
            return Ring.FULL;
        }
        while (true) {
            long offset = journal.claim(group.length());
            lacksRoom = offset == Ring.FULL;
            if (!lacksRoom) return offset;
            String reason = aftermath.askForRoom();
            if (reason != null) {
                giveUp(reason);
                return Ring.FULL;
            }
            if (!mayWait) return Ring.FULL;
            LockSupport.park(this);
        }
    }

    /// Nothing of the group was written, for certain.
    private void giveUp(String reason) {
        lacksRoom = false;
        heads.forget();
        for (Call call : group.calls()) call.refuse(new Outcome.Unavailable(reason));
    }

    private void answer() {
        for (Call call : group.calls()) {
            if (group.isDisputed()) settleDisputes(call);
            call.complete();
        }
    }

    private void settleDisputes(Call call) {
        List<Append> appends = call.appends();
        for (int i = 0; i < appends.size(); i++) {
            if (!call.isSettled(i)) call.settle(i, aftermath.dispute(appends.get(i)));
        }
    }

    private void stop(Throwable cause) {
        String reason = "the ledger stopped after a failed write: " + cause;
        refusal = reason;
        for (Call call : group.calls()) call.refuse(new Outcome.Unknown(reason));
        aftermath.broken(reason);
    }

    private void refuseQueued() {
        String reason = String.valueOf(refusal);
        for (Call call = queue.poll(); call != null; call = queue.poll()) {
            call.refuse(new Outcome.Unavailable(reason));
        }
    }
}
