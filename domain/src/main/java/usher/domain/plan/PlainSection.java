package usher.domain.plan;

import org.jspecify.annotations.Nullable;

/// Places that have a number and nothing else: all those of an event without sections.
public record PlainSection(Rows rows) implements Section {

    /// A section of `capacity` places, 1 to 100,000.
    static PlainSection of(int capacity) {
        return new PlainSection(Rows.equal(1, capacity));
    }

    @Override
    public @Nullable String name() {
        return null;
    }

    @Override
    public @Nullable Tier tier() {
        return null;
    }

    @Override
    public PlainSection in(Tier another) {
        return this;
    }

    @Override
    public @Nullable String label(int place) {
        return null;
    }

    @Override
    public @Nullable Position at() {
        return null;
    }

    @Override
    public boolean hasAisleAfter(int place) {
        return false;
    }

    @Override
    public boolean isAccessible(int place) {
        return false;
    }
}
