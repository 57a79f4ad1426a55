package usher.domain;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// Some seats of one event by their numbers: ascending, each once. Immutable.
public final class SeatSet {

    private static final SeatSet NONE = new SeatSet(new int[0]);

    private final int[] numbers;

    private SeatSet(int[] numbers) {
        this.numbers = numbers;
    }

    public static SeatSet none() {
        return NONE;
    }

    public static SeatSet of(int number) {
        return new SeatSet(new int[] {number});
    }

    /// The `count` seats from `first` on.
    public static SeatSet range(int first, int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = first + i;
        }
        return new SeatSet(numbers);
    }

    /// The seats named in any order; one named twice is in the set once.
    public static SeatSet of(int... numbers) {
        if (numbers.length == 0) return NONE;
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int size = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[size - 1]) sorted[size++] = sorted[i];
        }
        return new SeatSet(size == sorted.length ? sorted : Arrays.copyOf(sorted, size));
    }

    public int size() {
        return numbers.length;
    }

    public boolean isEmpty() {
        return numbers.length == 0;
    }

    /// The `index`th lowest number, counted from 0.
    public int get(int index) {
        return numbers[index];
    }

    public boolean contains(int number) {
        return Arrays.binarySearch(numbers, number) >= 0;
    }

    /// The lowest number that is `from` or higher; 0 if there is none.
    public int next(int from) {
        int found = Arrays.binarySearch(numbers, from);
        int index = found >= 0 ? found : -found - 1;
        return index == numbers.length ? 0 : numbers[index];
    }

    public boolean allMatch(IntPredicate predicate) {
        for (int number : numbers) {
            if (!predicate.test(number)) return false;
        }
        return true;
    }

    public void forEach(IntConsumer action) {
        for (int number : numbers) action.accept(number);
    }

    /// The seats that pass `predicate`; this very set if all do.
    public SeatSet where(IntPredicate predicate) {
        if (allMatch(predicate)) return this;
        int[] found = new int[numbers.length];
        int size = 0;
        for (int number : numbers) {
            if (predicate.test(number)) found[size++] = number;
        }
        return size == 0 ? NONE : new SeatSet(Arrays.copyOf(found, size));
    }

    /// The seats of this set and of `other`.
    public SeatSet and(SeatSet other) {
        if (isEmpty()) return other;
        if (other.isEmpty()) return this;
        int[] all = Arrays.copyOf(numbers, size() + other.size());
        System.arraycopy(other.numbers, 0, all, size(), other.size());
        return SeatSet.of(all);
    }

    public int[] toArray() {
        return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatSet that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
