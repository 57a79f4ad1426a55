package usher.server.http;

import jakarta.inject.Singleton;
import usher.ledger.Ledger;

/// The ledger's time, for readers.
@Singleton
public final class Clock {

    private final Ledger ledger;

    public Clock(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Milliseconds since 1970.
    public long nowMillis() {
        return ledger.now().toEpochMilli();
    }
}
