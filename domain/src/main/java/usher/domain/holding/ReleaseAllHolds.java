package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Command;

/// Let go whatever the user holds.
public record ReleaseAllHolds(Cause cause) implements Command {}
