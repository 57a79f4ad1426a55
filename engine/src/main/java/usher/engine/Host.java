package usher.engine;

/// The world that an engine runs in: threads, timers and chance. Real ones in production, virtual
/// and seeded ones in the simulation. Thread-safe.
public interface Host {

    /// Runs `task` on the engine's one thread, after everything given before.
    void execute(Runnable task);

    /// Runs `task` on the engine's thread in `millis` (0 or more) at the earliest.
    void executeAfter(long millis, Runnable task);

    /// Runs `task`, which may block, on some other thread.
    void executeBlocking(Runnable task);

    /// A monotonic clock, in nanoseconds since any moment.
    long nanoTime();

    /// 64 random bits. Only on the engine's thread.
    long random();

    /// The engine met what must never happen, and has stopped: end the process, do not carry on.
    void fatal(Throwable cause);
}
