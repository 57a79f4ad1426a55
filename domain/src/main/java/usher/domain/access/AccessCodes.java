package usher.domain.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Tier;

/// The access codes of one event. Immutable.
///
/// A tier that any of them names is closed to everybody who does not give a code that opens it. A
/// code with an earlier start lets in early whoever gives it, to all places that are not closed to
/// him.
public final class AccessCodes {

    public static final int CODES_MAX = 1_000;

    /// Everything is open to everybody.
    public static final AccessCodes NONE = new AccessCodes(List.of());

    private final List<AccessCode> all;
    private final Map<CodeHash, AccessCode> byHash;
    private final Set<String> closedTiers = new HashSet<>();

    /// Up to 1000 codes, no two alike.
    public AccessCodes(List<AccessCode> all) {
        this.all = List.copyOf(all);
        this.byHash = HashMap.newHashMap(all.size());
        if (all.size() > CODES_MAX) {
            throw new IllegalArgumentException("there may be 1000 access codes");
        }
        for (AccessCode code : all) {
            if (byHash.put(code.hash(), code) != null) {
                throw new IllegalArgumentException("two access codes are the same");
            }
            closedTiers.addAll(code.tiers());
        }
    }

    public List<AccessCode> all() {
        return all;
    }

    /// The code with this hash; null if there is none, or no hash.
    public @Nullable AccessCode find(@Nullable CodeHash hash) {
        return hash == null ? null : byHash.get(hash);
    }

    /// Whether places of `tier` are for those only who give a code.
    public boolean closes(@Nullable Tier tier) {
        return tier != null && closedTiers.contains(tier.name());
    }

    /// Whether places of `tier` are open to somebody who gave `code`, or none.
    public boolean opens(@Nullable Tier tier, @Nullable AccessCode code) {
        return tier == null
                || !closedTiers.contains(tier.name())
                || (code != null && code.tiers().contains(tier.name()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessCodes that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.size() + " access codes";
    }
}
