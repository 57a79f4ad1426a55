package usher.engine.relay;

import org.jspecify.annotations.Nullable;

/// How far a route has come, as of half a second ago.
///
/// @param behind how many streams have more to send
/// @param heldUp how many of those wait since their next entry was not taken
/// @param trouble why the destination cannot be reached; null: it can, as far as is known
public record Standing(int behind, int heldUp, @Nullable String trouble) {}
