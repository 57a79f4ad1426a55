package usher.server.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import usher.ledger.LedgerException;

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

    /// Does `work` for `exchange` on one of `threads`. Whoever does it completes the exchange; what
    /// it throws is the answer.
    public static void run(ExecutorService threads, Exchange exchange, Runnable work) {
        try {
            threads.execute(() -> run(exchange, work));
        } catch (RejectedExecutionException tooMany) {
            exchange.fail(new Problem(ProblemType.OVERLOADED, "Try again in a second."));
        }
    }

    private static void run(Exchange exchange, Runnable work) {
        try {
            work.run();
        } catch (LedgerException trouble) {
            exchange.fail(new Problem(ProblemType.UNAVAILABLE, "Try again in a moment."));
        } catch (RuntimeException mistake) {
            exchange.complete(
                    () -> {
                        throw mistake;
                    });
        }
    }
}
