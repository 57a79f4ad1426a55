package usher.domain.seating;

import java.util.Arrays;
import java.util.function.IntConsumer;
import usher.domain.SeatSet;

/// Collects seat numbers one by one.
final class IntCollector implements IntConsumer {

    private int[] numbers = new int[8];
    private int size;

    @Override
    public void accept(int number) {
        if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
        numbers[size++] = number;
    }

    SeatSet toSeatSet() {
        return SeatSet.of(Arrays.copyOf(numbers, size));
    }
}
