package usher.domain.blocking;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;

/// Let `seats` be sold again. Those of them that are not blocked stay as they are.
public record UnblockSeats(Cause cause, SeatSet seats) implements Command {}
