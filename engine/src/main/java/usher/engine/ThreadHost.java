package usher.engine;

import java.lang.invoke.VarHandle;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jctools.queues.atomic.MpscUnboundedAtomicArrayQueue;

/// The real world: one thread for an engine or for relays, a few that may block, a timer.
///
/// The thread sleeps when it has nothing to do, and never spins: on a small machine the
/// processor that it would burn is the one that serves requests.
public final class ThreadHost implements Host, AutoCloseable {

    private static final int QUEUE_CHUNK = 1024;

    private final MpscUnboundedAtomicArrayQueue<Runnable> tasks;
    private final SplittableRandom chance = new SplittableRandom(new SecureRandom().nextLong());
    private final Consumer<Throwable> onFatal;
    private final ExecutorService blocking;
    private final ScheduledExecutorService timer;
    private final Thread thread;
    private volatile boolean isAsleep;
    private volatile boolean isClosed;

    /// A host with `blockingThreads` threads for what may block.
    ///
    /// @param name of its threads: `engine` makes `usher-engine`, `usher-engine-read-1` and so on
    /// @param onFatal told once what lives here can no longer be trusted
    public ThreadHost(String name, int blockingThreads, Consumer<Throwable> onFatal) {
        this(name, blockingThreads, onFatal, QUEUE_CHUNK);
    }

    /// @param queueChunk after how many waiting tasks the queue grows
    ThreadHost(String name, int blockingThreads, Consumer<Throwable> onFatal, int queueChunk) {
        String prefix = "usher-" + name;
        this.onFatal = onFatal;
        this.tasks = new MpscUnboundedAtomicArrayQueue<>(queueChunk);
        this.blocking =
                Executors.newFixedThreadPool(
                        blockingThreads, Thread.ofPlatform().name(prefix + "-read-", 1).factory());
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(prefix + "-timer").daemon().factory());
        this.thread = Thread.ofPlatform().name(prefix).start(this::run);
    }

    @Override
    public void execute(Runnable task) {
        tasks.offer(task);
        // While it grows, the queue publishes a task by a store that a later load may overtake: one
        // that sees the thread awake, and the thread sees no task and falls asleep.
        VarHandle.fullFence();
        if (isAsleep) LockSupport.unpark(thread);
    }

    @Override
    public void executeAfter(long millis, Runnable task) {
        if (isClosed) return;
        Future<?> _ = timer.schedule(() -> execute(task), millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void executeBlocking(Runnable task) {
        if (isClosed) return;
        blocking.execute(task);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long random() {
        return chance.nextLong();
    }

    @Override
    public void fatal(Throwable cause) {
        onFatal.accept(cause);
    }

    /// Finishes what was given, and ends the threads.
    @Override
    public void close() {
        isClosed = true;
        timer.shutdownNow();
        blocking.close();
        LockSupport.unpark(thread);
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void run() {
        while (true) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            } else if (isClosed) {
                return;
            } else {
                sleep();
            }
        }
    }

    private void sleep() {
        isAsleep = true;
        if (tasks.isEmpty() && !isClosed) LockSupport.park(this);
        isAsleep = false;
    }
}
