package usher.engine;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test moves.
public final class HandClock implements InstantSource {

    private long millis = 1_767_225_600_000L;
    private long seeds;

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    /// Another seed for each host: what two nodes draw is never the same.
    long nextSeed() {
        return ++seeds;
    }

    /// A millisecond passes.
    public void tick() {
        millis++;
    }
}
