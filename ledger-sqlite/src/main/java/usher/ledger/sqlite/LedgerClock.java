package usher.ledger.sqlite;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// The ledger's time in whole milliseconds: the system's, but never back. Thread-safe.
final class LedgerClock {

    private final InstantSource source;
    private final AtomicLong latestMillis = new AtomicLong(Long.MIN_VALUE);

    LedgerClock(InstantSource source) {
        this.source = source;
    }

    long millis() {
        long millis = source.millis();
        long latest = latestMillis.get();
        return millis == latest ? millis : latestMillis.accumulateAndGet(millis, Math::max);
    }
}
