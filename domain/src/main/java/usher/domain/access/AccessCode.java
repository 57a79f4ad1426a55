package usher.domain.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word that opens something to those who know it: tiers, an earlier start, or both.
///
/// @param tiers names of tiers, which are closed to everybody without such a code
/// @param salesFrom when sales begin with it; null: with everybody else's
public record AccessCode(CodeHash hash, List<String> tiers, @Nullable Instant salesFrom) {

    public AccessCode {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() && salesFrom == null) {
            throw new IllegalArgumentException("a code must open a tier or an earlier start");
        }
    }

    /// Whether sales have begun at `atMillis` for whoever knows it.
    public boolean isStartedBy(long atMillis) {
        return salesFrom != null && salesFrom.toEpochMilli() <= atMillis;
    }
}
