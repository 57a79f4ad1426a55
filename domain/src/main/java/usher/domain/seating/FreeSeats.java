package usher.domain.seating;

import java.util.Arrays;
import usher.domain.SeatSet;

/// Which seats are free at one moment.
///
/// Reads the states of a [SeatTable] as they are, so it is good until the next change there.
public final class FreeSeats {

    private static final int FREE = SeatStatus.AVAILABLE.code();
    private static final int TAKEN = SeatStatus.RESERVED.code();

    private final long[] states;

    private FreeSeats(long[] states) {
        this.states = states;
    }

    /// Those that are available by `states`, and `due`, whose holds are over.
    static FreeSeats of(long[] states, SeatSet due) {
        return due.isEmpty() ? new FreeSeats(states) : new FreeSeats(states).mark(due, FREE);
    }

    /// The lowest free number from `from` to `last`; 0 if there is none.
    public int nextFree(int from, int last) {
        return TwoBits.next(states, FREE, from, last);
    }

    /// The lowest free number from `from` to below `last` whose successor is free, too; 0 if there
    /// is none.
    public int nextPair(int from, int last) {
        return TwoBits.nextPair(states, FREE, from, last);
    }

    /// The lowest number from `from` to `last` that is not free; `last + 1` if all are.
    public int nextTaken(int from, int last) {
        return TwoBits.nextOther(states, FREE, from, last);
    }

    /// These but for `others`.
    public FreeSeats without(SeatSet others) {
        return others.isEmpty() ? this : mark(others, TAKEN);
    }

    /// Those of these that are in `others`.
    public FreeSeats among(SeatSet others) {
        long[] none = new long[states.length];
        Arrays.fill(none, TwoBits.inAll(TAKEN));
        return new FreeSeats(none).mark(others.where(seat -> nextFree(seat, seat) == seat), FREE);
    }

    private FreeSeats mark(SeatSet seats, int code) {
        long[] marked = states.clone();
        for (int i = 0; i < seats.size(); i++) {
            TwoBits.set(marked, seats.get(i), code);
        }
        return new FreeSeats(marked);
    }
}
