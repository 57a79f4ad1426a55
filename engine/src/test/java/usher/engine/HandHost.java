package usher.engine;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// A host without threads: nothing happens until a test says so.
@NullMarked
public final class HandHost implements Host {

    private record Timer(long atMillis, long number, Runnable task) {}

    private final HandClock clock;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final ArrayDeque<Runnable> blocking = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(
                    Comparator.comparingLong(Timer::atMillis).thenComparingLong(Timer::number));
    private final SplittableRandom chance;
    private boolean blockingWaits;
    private long timersSet;
    private @Nullable Throwable fatal;

    public HandHost(HandClock clock) {
        this.clock = clock;
        this.chance = new SplittableRandom(clock.nextSeed());
    }

    @Override
    public void execute(Runnable task) {
        tasks.addLast(task);
    }

    @Override
    public void executeAfter(long millis, Runnable task) {
        timers.add(new Timer(clock.millis() + millis, timersSet++, task));
    }

    @Override
    public void executeBlocking(Runnable task) {
        blocking.addLast(task);
    }

    @Override
    public long nanoTime() {
        return clock.millis() * 1_000_000;
    }

    @Override
    public long random() {
        return chance.nextLong();
    }

    @Override
    public void fatal(Throwable cause) {
        if (fatal == null) fatal = cause;
    }

    /// Does everything that can be done at this moment.
    public void run() {
        while (true) {
            if (!tasks.isEmpty()) {
                tasks.removeFirst().run();
            } else if (!blocking.isEmpty() && !blockingWaits) {
                blocking.removeFirst().run();
            } else if (!timers.isEmpty() && timers.peek().atMillis() <= clock.millis()) {
                tasks.addLast(timers.remove().task());
            } else {
                return;
            }
        }
    }

    /// From now on what may block waits until [#unblock].
    void block() {
        blockingWaits = true;
    }

    void unblock() {
        blockingWaits = false;
        run();
    }

    int timers() {
        return timers.size();
    }

    /// What ended the engine; null: it lives.
    public @Nullable Throwable fatal() {
        return fatal;
    }
}
