package usher.ledger.postgres;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waiting for what must come, but may take its time.
final class Patience {

    private static final long SECONDS_MAX = 60;

    private Patience() {}

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError("in vain waited");
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
