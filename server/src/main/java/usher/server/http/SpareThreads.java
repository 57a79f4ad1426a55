package usher.server.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A few threads for what takes longer than an event loop may be held up. They end when there is
/// nothing to do.
public final class SpareThreads {

    private static final long IDLE_SECONDS = 10;

    private SpareThreads() {}

    /// A pool of so many threads.
    ///
    /// @param name what the names of the threads begin with
    /// @param tasksWaitingMax how many tasks may wait; more are rejected
    public static ExecutorService of(String name, int threads, int tasksWaitingMax) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(tasksWaitingMax),
                        Thread.ofPlatform().name(name, 1).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
