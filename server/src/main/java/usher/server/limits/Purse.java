package usher.server.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import usher.ledger.redis.Tallies.Use;

/// What somebody may still do: it fills up again at its [Rate].
///
/// It is this node's own. What is spent from it is told to other nodes now and then, and what was
/// spent there is taken out of it, even if it was empty: then it is filled up from below. So each
/// node may give as much as one could for a moment, and all of them no more in the long run.
/// Thread-safe.
final class Purse {

    private final String name;
    private final Rate rate;
    private final Bucket bucket;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicBoolean isNoted = new AtomicBoolean();

    /// A full one.
    ///
    /// @param name what it is called at all nodes
    Purse(String name, Rate rate, TimeMeter time) {
        this.name = name;
        this.rate = rate;
        this.bucket =
                Bucket.builder()
                        .addLimit(l -> l.capacity(rate.burst()).refillGreedy(1, rate.each()))
                        .withCustomTimePrecision(time)
                        .build();
    }

    /// Takes one out, and answers 0; or answers in how many nanoseconds there will be one.
    long take() {
        return bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    }

    /// What was taken goes back.
    void giveBack() {
        bucket.addTokens(1);
    }

    /// What was taken is spent.
    void spend() {
        untold.incrementAndGet();
    }

    /// Whether it is news that it is to be told of.
    boolean note() {
        return isNoted.compareAndSet(false, true);
    }

    /// What other nodes are told, which is not told again.
    Use tell() {
        isNoted.set(false);
        return new Use(name, rate.micros(untold.getAndSet(0)));
    }

    /// What all nodes have spent is forgotten in `micros` microseconds: there is no more in here
    /// than that leaves. Nothing is put in.
    void hear(long micros) {
        long left = rate.burst() - rate.timesIn(micros) - untold.get();
        long tooMany = bucket.getAvailableTokens() - left;
        if (tooMany > 0) bucket.consumeIgnoringRateLimits(tooMany);
    }
}
