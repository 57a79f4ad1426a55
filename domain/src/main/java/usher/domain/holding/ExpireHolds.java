package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Command;

/// Write down that the holds whose time is over are over.
public record ExpireHolds(Cause cause) implements Command {}
