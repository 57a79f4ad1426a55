package usher.server.limits;

import io.github.bucket4j.TimeMeter;
import java.util.LinkedHashMap;
import java.util.Map;

/// The purses of one kind. Their number is bounded: the one that was used longest ago is forgotten
/// first, and would be full again by then if its owner is no nuisance. Thread-safe.
final class Purses {

    private static final int PURSES_MAX = 20_000;

    private final String kind;
    private final Rate rate;
    private final TimeMeter time;
    private final Map<String, Purse> purses = new LastUsed();

    /// @param kind what the names of all of them begin with
    Purses(String kind, Rate rate, TimeMeter time) {
        this.kind = kind;
        this.rate = rate;
        this.time = time;
    }

    /// What those are called that it is about.
    String kind() {
        return kind;
    }

    /// The purse of `who`.
    synchronized Purse of(String who) {
        return purses.computeIfAbsent(who, w -> new Purse(kind + ":" + w, rate, time));
    }

    private static final class LastUsed extends LinkedHashMap<String, Purse> {

        private static final long serialVersionUID = 1L;

        private LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Purse> eldest) {
            return size() > PURSES_MAX;
        }
    }
}
