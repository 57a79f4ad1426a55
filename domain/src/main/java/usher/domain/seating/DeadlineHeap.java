package usher.domain.seating;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The held seats by the end of their holds: a binary heap that knows where each seat is in it.
///
/// Most holds of an event last equally long, so a new one usually stays at the bottom where it is
/// put.
final class DeadlineHeap {

    private static final int FIRST_CAPACITY = 16;

    private final SeatRecords records;
    private int[] seats = new int[FIRST_CAPACITY];
    private int size;

    DeadlineHeap(SeatRecords records) {
        this.records = records;
    }

    int size() {
        return size;
    }

    int seatAt(int index) {
        return seats[index];
    }

    /// The earliest end of a hold, in milliseconds since 1970; [Long#MAX_VALUE] if there is none.
    long earliest() {
        return size == 0 ? Long.MAX_VALUE : records.untilMillis(seats[0]);
    }

    void add(int seat) {
        if (size == seats.length) {
            int capacity = Math.min(size + size / 2, records.total());
            seats = Arrays.copyOf(seats, Math.max(capacity, size + 1));
        }
        size++;
        rise(size - 1, seat);
    }

    void remove(int seat) {
        int gap = records.heapIndex(seat);
        int last = seats[--size];
        if (last == seat) return;
        rise(gap, last);
        sink(records.heapIndex(last), last);
    }

    /// Names each seat whose hold ends by `millis`, in no particular order.
    void forEachBy(long millis, IntConsumer action) {
        visit(0, millis, action);
    }

    private void visit(int index, long millis, IntConsumer action) {
        if (index >= size || records.untilMillis(seats[index]) > millis) return;
        action.accept(seats[index]);
        visit(2 * index + 1, millis, action);
        visit(2 * index + 2, millis, action);
    }

    private void rise(int start, int seat) {
        long until = records.untilMillis(seat);
        int index = start;
        while (index > 0) {
            int parent = (index - 1) / 2;
            if (records.untilMillis(seats[parent]) <= until) break;
            put(index, seats[parent]);
            index = parent;
        }
        put(index, seat);
    }

    private void sink(int start, int seat) {
        long until = records.untilMillis(seat);
        int index = start;
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size
                    && records.untilMillis(seats[child + 1]) < records.untilMillis(seats[child])) {
                child++;
            }
            if (until <= records.untilMillis(seats[child])) break;
            put(index, seats[child]);
            index = child;
        }
        put(index, seat);
    }

    private void put(int index, int seat) {
        seats[index] = seat;
        records.setHeapIndex(seat, index);
    }
}
