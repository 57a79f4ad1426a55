package usher.ledger.shared;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Outcome;

/// The one thread that appends: it takes all calls that wait, has them written as one group, and
/// answers them once that is done.
public final class GroupWriter {

    /// How a group is written. Only the thread of the writer calls it.
    public interface Pen {

        /// Writes `items`, in the order of their streams, and settles each of them.
        void write(List<Call.Item> items);

        /// The calls of the last group are answered.
        void answered();

        /// There will be no more.
        void end();
    }

    private final Pen pen;
    private final BlockingQueue<Call> queue = new LinkedBlockingQueue<>();
    private final Call end = new Call(List.of());
    private final Thread thread;
    private @Nullable Call next;
    private volatile boolean closed;

    /// Writes nothing until it is started.
    public GroupWriter(Pen pen) {
        this.pen = pen;
        thread = Thread.ofPlatform().daemon().name("usher-ledger-writer").unstarted(this::run);
    }

    /// Begins. Once.
    public void start() {
        thread.start();
    }

    /// Any thread.
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        Call call = new Call(appends);
        queue.add(call);
        if (closed) refuseQueued();
        return call.answer();
    }

    /// Answers all calls that came before, and refuses those that come after. Any other thread.
    public void close() {
        queue.add(end);
        Threads.join(thread);
    }

    private void run() {
        for (Call call = take(); call != end; call = take()) write(group(call));
        closed = true;
        refuseQueued();
        pen.end();
    }

    private Call take() {
        Call call = next;
        next = null;
        return call == null ? Threads.take(queue) : call;
    }

    private Group group(Call first) {
        Group group = new Group(first);
        Call call = queue.poll();
        while (call != null && call != end && group.take(call)) call = queue.poll();
        next = call;
        return group;
    }

    private void write(Group group) {
        if (!group.items().isEmpty()) pen.write(group.items());
        for (Call call : group.calls()) call.complete();
        pen.answered();
    }

    private void refuseQueued() {
        for (Call call = queue.poll(); call != null; call = queue.poll()) {
            call.refuse(new Outcome.Unavailable("the ledger is closed"));
        }
    }
}
