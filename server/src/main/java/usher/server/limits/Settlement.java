package usher.server.limits;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import usher.ledger.redis.RedisLedger;
import usher.ledger.redis.Tallies;
import usher.server.Settings;

/// Tells the Redis that nodes share, if they do, what was spent from purses here, and hears from it
/// what was spent elsewhere: soon after, and many at once.
///
/// It has a thread of its own, so that no caller waits for Redis, however slow it is. What cannot
/// be
/// told is forgotten: without Redis each node limits by itself.
@Singleton
public final class Settlement {

    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final int WAITING_MAX = 20_000;
    private static final int PURSES_MAX = 1_000;
    private static final long PAUSE_MILLIS = 50;

    private final @Nullable Tallies tallies;
    private final BlockingQueue<Purse> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final Thread thread;
    private boolean isAlone;

    @Inject
    Settlement(Settings settings) {
        this(tallies(settings));
    }

    /// @param tallies null: there are no other nodes, as far as is known
    Settlement(@Nullable Tallies tallies) {
        this.tallies = tallies;
        thread = Thread.ofPlatform().daemon().name("usher-limits").unstarted(this::run);
        if (tallies != null) thread.start();
    }

    /// Something was spent from `purse`, or is about to be. Any thread.
    void note(Purse purse) {
        if (tallies != null && purse.note() && !waiting.offer(purse)) purse.tell();
    }

    @PreDestroy
    void end() {
        thread.interrupt();
    }

    private void run() {
        if (tallies == null) return;
        try (tallies) {
            while (true) settle(tallies);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(Tallies shared) throws InterruptedException {
        List<Purse> purses = new ArrayList<>();
        purses.add(waiting.take());
        waiting.drainTo(purses, PURSES_MAX - 1);
        List<Long> micros = shared.add(purses.stream().map(Purse::tell).toList());
        for (int i = 0; i < micros.size(); i++) purses.get(i).hear(micros.get(i));
        tell(micros.isEmpty());
        if (purses.size() < PURSES_MAX) TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private void tell(boolean isAloneNow) {
        if (isAlone == isAloneNow) return;
        isAlone = isAloneNow;
        if (isAlone) LOG.warn("Redis cannot be reached: until it can, this node limits by itself");
        else LOG.info("limits are shared with other nodes again");
    }

    private static @Nullable Tallies tallies(Settings settings) {
        if (settings.redis().isPresent()) return Tallies.at(settings.redis().get(), "USHER_REDIS");
        return RedisLedger.isNamedBy(settings.ledger())
                ? Tallies.at(settings.ledger(), "USHER_LEDGER")
                : null;
    }
}
