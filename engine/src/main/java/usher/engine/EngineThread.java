package usher.engine;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one thread on which an engine lives, and the ways onto it.
///
/// Whatever is done there may leave something decided: `work` follows each task. After a task that
/// failed nothing can be trusted any more: the host is told, and no task is begun again.
final class EngineThread {

    private final Host host;
    private final Runnable work;
    private volatile boolean isBroken;

    EngineThread(Host host, Runnable work) {
        this.host = host;
        this.work = work;
    }

    /// Runs `task` soon. Any thread.
    void execute(Runnable task) {
        host.execute(guarded(task));
    }

    /// Runs `task` in `millis`.
    void after(long millis, Runnable task) {
        host.executeAfter(millis, guarded(task));
    }

    /// Runs `task` on a thread that may block, then `then` on this one, with the result or with the
    /// trouble that there was.
    <T> void blocking(Supplier<T> task, BiConsumer<@Nullable T, @Nullable RuntimeException> then) {
        host.executeBlocking(
                () -> {
                    try {
                        T result = task.get();
                        execute(() -> then.accept(result, null));
                    } catch (RuntimeException trouble) {
                        execute(() -> then.accept(null, trouble));
                    } catch (Throwable broken) {
                        fail(broken);
                    }
                });
    }

    boolean isBroken() {
        return isBroken;
    }

    /// The end: what is known here cannot be trusted any more.
    void fail(Throwable broken) {
        isBroken = true;
        host.fatal(broken);
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            if (isBroken) return;
            try {
                task.run();
                work.run();
            } catch (Throwable broken) {
                fail(broken);
            }
        };
    }
}
