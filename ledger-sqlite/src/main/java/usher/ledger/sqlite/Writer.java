package usher.ledger.sqlite;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Outcome;

/// The one thread that writes to the journal: it takes all calls that wait, writes them as one
/// block, and answers once that is durable.
///
/// After a failed write nobody knows what the disk has, and a second try proves nothing (a kernel
/// may report an fsync's failure once and drop the data), so from then on everything is refused.
final class Writer {

    /// More calls are not taken into a block that is this long.
    private static final int BLOCK_BYTES = 1 << 20;

    /// What the writer does besides writing, on its thread.
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
    private final Worker worker;
    private volatile boolean asleep;
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

    /// Any thread.
    CompletionStage<List<Outcome>> append(List<Append> appends) {
        Call call = new Call(appends);
        queue.add(call);
        if (refusal == null) wake();
        else refuseQueued();
        return call.answer();
    }

    /// Whether it may go on: there may be room now, or a call. Any thread.
    void wake() {
        if (asleep) worker.wake();
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
        for (Call call = next(); call != null; call = next()) writeSafely(call);
        if (refusal == null) refusal = "the ledger is closed";
        refuseQueued();
    }

    /// The next call, waited for; null once there is none and there will be none.
    private @Nullable Call next() {
        Call call = queue.poll();
        while (call == null && !closing) {
            asleep = true;
            call = queue.poll();
            if (call == null && !closing) LockSupport.park(this);
            asleep = false;
            if (call == null) call = queue.poll();
        }
        return call;
    }

    private void writeSafely(Call first) {
        if (refusal != null) {
            first.refuse(new Outcome.Unavailable(refusal));
            return;
        }
        try {
            write(first);
        } catch (IOException | RuntimeException | Error e) {
            stop(e);
        }
    }

    private void write(Call first) throws IOException {
        long began = System.nanoTime();
        group.begin(clock.millis());
        for (Call call = first; call != null; call = queue.poll()) {
            group.take(call);
            if (group.length() >= groupBytesMax) break;
        }
        if (group.size() == 0) {
            answer();
            return;
        }
        long offset = room();
        if (offset == Ring.FULL) return;
        byte[] bytes = group.padded();
        List<JournalEntry> entries = group.entries();
        Journal.Place next = journal.write(group.size(), bytes, group.blockLength(), offset);
        listener.written(group.size(), group.blockLength(), System.nanoTime() - began);
        aftermath.durable(entries, next);
        heads.trim();
        answer();
    }

    /// Where the block fits, waited for; [Ring#FULL] if nothing can be written and that was said.
    private long room() {
        if (group.length() > journal.blockBytesMax()) {
            giveUp(
                    "the write has %d bytes, at most %d fit into the journal"
                            .formatted(group.length(), journal.blockBytesMax()));
            return Ring.FULL;
        }
        asleep = true;
        try {
            long offset = journal.claim(group.length());
            while (offset == Ring.FULL) {
                String reason = aftermath.askForRoom();
                if (reason != null) {
                    giveUp(reason);
                    return Ring.FULL;
                }
                LockSupport.park(this);
                offset = journal.claim(group.length());
            }
            return offset;
        } finally {
            asleep = false;
        }
    }

    /// Nothing of the group was written, for certain.
    private void giveUp(String reason) {
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
