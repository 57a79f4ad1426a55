package usher.ledger.shared;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import usher.ledger.Signals;
import usher.ledger.StreamId;

/// Tells the listeners of this node at once, and those of other nodes very soon, what was appended.
///
/// Other nodes are told by a thread of its own, never by the one that writes: the first time at
/// once, then every 10 ms of all that came meanwhile, since a signal costs as much as some holds,
/// and whoever sends it hears it, too. What cannot be sent is forgotten: whoever must not miss
/// anything compares heads.
public final class SignalSender {

    /// The way to other nodes. Only the thread of the sender calls it.
    public interface Carrier {

        /// Tells other nodes of `streams`, or forgets them.
        void carry(Set<StreamId> streams);

        /// There will be no more.
        void end();
    }

    private static final int STREAMS_MAX = 10_000;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Carrier carrier;
    private final Signals here;
    private final long pauseNanos;
    private final Thread thread;
    private Set<StreamId> waiting = new LinkedHashSet<>();
    private volatile boolean closing;

    /// @param here the listeners of this node
    public SignalSender(Carrier carrier, Signals here) {
        this(carrier, here, PAUSE_NANOS);
    }

    /// @param pauseNanos how long after a signal the next one follows
    SignalSender(Carrier carrier, Signals here, long pauseNanos) {
        this.carrier = carrier;
        this.here = here;
        this.pauseNanos = pauseNanos;
        thread = Thread.ofPlatform().daemon().name("usher-ledger-signals").unstarted(this::run);
    }

    /// Begins. Once.
    public void start() {
        thread.start();
    }

    /// `streams` were appended to, durably. One thread only.
    public void send(Set<StreamId> streams) {
        if (streams.isEmpty()) return;
        if (add(streams)) LockSupport.unpark(thread);
        streams.forEach(here::give);
    }

    /// Sends what waits. Any other thread.
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        Threads.join(thread);
    }

    private void run() {
        for (Set<StreamId> streams = next(); !streams.isEmpty(); streams = next()) {
            carrier.carry(streams);
            pause();
        }
        carrier.end();
    }

    /// Lets more come; whoever comes does not end it.
    private void pause() {
        long since = System.nanoTime();
        for (long left = pauseNanos; left > 0 && !closing; ) {
            LockSupport.parkNanos(this, left);
            left = pauseNanos - (System.nanoTime() - since);
        }
    }

    /// What waits, waited for; empty at the end.
    private Set<StreamId> next() {
        Set<StreamId> taken = taken();
        while (taken.isEmpty() && !closing) {
            LockSupport.park(this);
            taken = taken();
        }
        return taken;
    }

    /// Whether they are the first that wait.
    private synchronized boolean add(Set<StreamId> streams) {
        boolean isFirst = waiting.isEmpty();
        if (waiting.size() < STREAMS_MAX) waiting.addAll(streams);
        return isFirst;
    }

    private synchronized Set<StreamId> taken() {
        Set<StreamId> taken = waiting;
        if (!taken.isEmpty()) waiting = new LinkedHashSet<>();
        return taken;
    }
}
