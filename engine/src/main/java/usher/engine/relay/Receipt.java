package usher.engine.relay;

import org.jspecify.annotations.Nullable;

/// What became of entries that were sent.
///
/// @param accepted how many of them, from the first on, have arrived and will not be sent again
/// @param trouble why the next one has not; null: all have
public record Receipt(int accepted, @Nullable Trouble trouble) {

    /// Why an entry has not arrived.
    ///
    /// @param isAway whether the whole destination cannot be reached; else it did not take this one
    ///     entry, and may take those of other streams
    /// @param reason for whoever looks into it
    public record Trouble(boolean isAway, String reason) {}

    /// All `entries` have arrived.
    public static Receipt all(int entries) {
        return new Receipt(entries, null);
    }

    /// The destination cannot be reached; `accepted` entries had arrived before.
    public static Receipt away(int accepted, String reason) {
        return new Receipt(accepted, new Trouble(true, reason));
    }

    /// The entry after `accepted` others was not taken.
    public static Receipt refused(int accepted, String reason) {
        return new Receipt(accepted, new Trouble(false, reason));
    }
}
