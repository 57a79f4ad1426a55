package usher.simulation;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import usher.engine.Host;

/// The world of one process, from its start to its death: what it is given to do takes a moment to
/// begin, waits while the process stands still, and never happens once it is dead.
final class VirtualHost implements Host {

    private static final long HANDOFF_NANOS = 20_000;

    private final String name;
    private final VirtualTime time;
    private final Chance chance;
    private final Consumer<Throwable> onFatal;
    private final ArrayDeque<Runnable> frozen = new ArrayDeque<>();
    private long lastTurnNanos;
    private boolean paused;
    private boolean dead;

    VirtualHost(String name, VirtualTime time, Chance chance, Consumer<Throwable> onFatal) {
        this.name = name;
        this.time = time;
        this.chance = chance;
        this.onFatal = onFatal;
    }

    @Override
    public void execute(Runnable task) {
        lastTurnNanos = Math.max(lastTurnNanos, time.nanos() + handoffNanos());
        time.at(lastTurnNanos, () -> happen(task));
    }

    @Override
    public void executeAfter(long millis, Runnable task) {
        if (millis < 0) throw new IllegalArgumentException("a timer of " + millis + " ms");
        time.in(millis * VirtualTime.MILLIS + handoffNanos(), () -> execute(task));
    }

    @Override
    public void executeBlocking(Runnable task) {
        time.in(10 * handoffNanos(), () -> happen(task));
    }

    @Override
    public long nanoTime() {
        return time.nanos();
    }

    @Override
    public long random() {
        return chance.bits();
    }

    @Override
    public void fatal(Throwable cause) {
        onFatal.accept(cause);
    }

    /// Lets `task` happen in this process now, when it moves again, or never.
    void happen(Runnable task) {
        if (dead) return;
        if (paused) {
            frozen.addLast(task);
        } else {
            task.run();
        }
    }

    void pause() {
        paused = true;
    }

    /// Everything that came meanwhile happens now, before anything else.
    void resume() {
        paused = false;
        while (!paused && !dead && !frozen.isEmpty()) {
            frozen.removeFirst().run();
        }
    }

    /// The process is gone, with all that it remembers.
    void kill() {
        dead = true;
        frozen.clear();
    }

    boolean isDead() {
        return dead;
    }

    boolean isMoving() {
        return !dead && !paused;
    }

    @Override
    public String toString() {
        return name;
    }

    private long handoffNanos() {
        return chance.between(1, HANDOFF_NANOS);
    }
}
