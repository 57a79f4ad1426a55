package usher.engine;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one thread of a host, on which an engine or the relays live, and the ways onto it.
///
/// Whatever is done there may leave something to be done: `work` follows each task. After a task
/// that failed nothing can be trusted any more: the host is told, and no task is begun again.
public final class HostThread {

    private final Host host;
    private final Runnable work;
    private volatile boolean isBroken;

    /// @param work what follows each task

    public HostThread(Host host, Runnable work) {
        this.host = host;
        this.work = work;
    }

    /// Runs `task` soon. Any thread.
    public void execute(Runnable task) {
        host.execute(guarded(task));
    }

    /// Runs `task` in `millis`.
    public void after(long millis, Runnable task) {
        host.executeAfter(millis, guarded(task));
    }

    /// Runs `task` on a thread that may block, then `then` on this one, with the result or with the
    /// trouble that there was.
    public <T> void blocking(
            Supplier<T> task, BiConsumer<@Nullable T, @Nullable RuntimeException> then) {
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

    /// Whether a task failed: nothing is done here any more. Any thread.
    public boolean isBroken() {
        return isBroken;
    }

    /// The end: what is known here cannot be trusted any more.
    public void fail(Throwable broken) {
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
