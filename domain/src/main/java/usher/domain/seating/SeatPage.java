package usher.domain.seating;

/// The records of [#SEATS] neighbouring seats, a flat array for each field: 29 bytes a seat.
final class SeatPage {

    /// How many seats share a page; seat `n` is at `n % SEATS` of page `n / SEATS`.
    static final int SEATS = 256;

    final int[] holder = new int[SEATS];
    final long[] sinceMillis = new long[SEATS];
    final int[] heldMillis = new int[SEATS];
    final byte[] refreshesUsed = new byte[SEATS];
    final int[] heapIndex = new int[SEATS];
    private final int[] previousHeld = new int[SEATS];
    private final int[] nextHeld = new int[SEATS];

    SeatPage copy() {
        SeatPage copy = new SeatPage();
        System.arraycopy(holder, 0, copy.holder, 0, SEATS);
        System.arraycopy(sinceMillis, 0, copy.sinceMillis, 0, SEATS);
        System.arraycopy(heldMillis, 0, copy.heldMillis, 0, SEATS);
        System.arraycopy(refreshesUsed, 0, copy.refreshesUsed, 0, SEATS);
        return copy;
    }

    void write(int at, int newHolder, SeatRecord seat) {
        holder[at] = newHolder;
        sinceMillis[at] = seat.sinceMillis();
        boolean held = seat.status() == SeatStatus.HELD;
        heldMillis[at] = held ? (int) (seat.untilMillis() - seat.sinceMillis()) : 0;
        refreshesUsed[at] = (byte) seat.refreshesUsed();
    }

    int previousHeld(int number) {
        return previousHeld[number % SEATS];
    }

    int nextHeld(int number) {
        return nextHeld[number % SEATS];
    }

    void link(int number, int previous, int next) {
        setPrevious(number, previous);
        setNext(number, next);
    }

    void setPrevious(int number, int seat) {
        previousHeld[number % SEATS] = seat;
    }

    void setNext(int number, int seat) {
        nextHeld[number % SEATS] = seat;
    }
}
