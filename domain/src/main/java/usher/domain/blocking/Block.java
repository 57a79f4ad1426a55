package usher.domain.blocking;

import usher.domain.Cause;
import usher.domain.SeatSet;

/// The seats that are kept off sale under one note.
///
/// @param began who blocked the first of them, when, in which request
/// @param note why; empty: nothing was said
/// @param seats never empty
public record Block(Cause began, String note, SeatSet seats) {

    /// How many characters a note has at most.
    public static final int NOTE_LENGTH_MAX = 200;

    /// How many blocks an event has at most, each with another note.
    public static final int BLOCKS_MAX = 100;

    Block and(SeatSet more) {
        return new Block(began, note, seats.and(more));
    }

    Block without(SeatSet fewer) {
        return new Block(began, note, seats.where(seat -> !fewer.contains(seat)));
    }
}
