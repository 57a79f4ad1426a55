package usher.domain.blocking;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;

/// Keep all of `seats` off sale, or none. Seats that are blocked already stay under their note.
///
/// @param note why, up to [Block#NOTE_LENGTH_MAX] characters; empty: nothing is said
public record BlockSeats(Cause cause, SeatSet seats, String note) implements Command {

    public BlockSeats {
        if (note.length() > Block.NOTE_LENGTH_MAX) {
            throw new IllegalArgumentException("note must have at most 200 characters");
        }
    }
}
