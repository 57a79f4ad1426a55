package usher.ledger.sqlite;

import java.util.List;
import usher.ledger.StreamId;

/// An entry that is not as it was written.
///
/// @param stream where; as text, since that may be damaged as well
/// @param version the number of the entry, as far as that can be told
/// @param reason what is wrong with it
public record Damage(String stream, long version, String reason) {

    private static final int NAMED_MAX = 5;

    Damage(StreamId stream, long version, String reason) {
        this(stream.toString(), version, reason);
    }

    /// A few of `damages` in words.
    static String summary(List<Damage> damages) {
        if (damages.isEmpty()) return "its first line";
        StringBuilder text = new StringBuilder();
        for (Damage damage : damages.subList(0, Math.min(NAMED_MAX, damages.size()))) {
            text.append(text.isEmpty() ? "" : "; ").append(damage);
        }
        int more = damages.size() - NAMED_MAX;
        return more > 0 ? text + "; and %d more".formatted(more) : text.toString();
    }

    @Override
    public String toString() {
        return "entry %d of stream %s: %s".formatted(version, stream, reason);
    }
}
