package usher.domain.blocking;

import usher.domain.Cause;
import usher.domain.Command;

/// Let every seat be sold again that is blocked.
public record UnblockAllSeats(Cause cause) implements Command {}
