package usher.domain.choosing;

import java.util.Arrays;

/// Free places, run by run of neighbours, by ascending number. A run of general admission is all
/// that is free of a section: there everybody sits with everybody.
final class Runs {

    private static final int FIRST_CAPACITY = 64;

    private Area[] area = new Area[FIRST_CAPACITY];
    private int[] first = new int[FIRST_CAPACITY];
    private int[] length = new int[FIRST_CAPACITY];
    private int[] x = new int[FIRST_CAPACITY];
    private int[] row = new int[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    int first(int run) {
        return first[run];
    }

    int length(int run) {
        return length[run];
    }

    /// Where the run begins, in half seat widths from the middle of its row.
    int x(int run) {
        return x[run];
    }

    int row(int run) {
        return row[run];
    }

    Area area(int run) {
        return area[run];
    }

    /// The first run after `run` that is in another row.
    int nextRow(int run) {
        int next = run + 1;
        while (next < size && row[next] == row[run]) next++;
        return next;
    }

    void clear() {
        size = 0;
    }

    /// Adds the runs of `in` that are `lengthMin` or longer: 1 or 2.
    void addNeighbours(Offer offer, Area in, int lengthMin) {
        RunCursor run = offer.runs(in, lengthMin);
        while (run.next()) {
            add(in, run.first(), run.length(), run.row(), run.x());
        }
    }

    /// Adds what is free of `in`, up to `placesMax`, as one run without neighbours.
    void addAnywhere(Offer offer, Area in, int placesMax) {
        int lowest = offer.next(in, in.firstSeat());
        int places = 0;
        for (int next = lowest; next != 0 && places < placesMax; places++) {
            next = offer.next(in, next + 1);
        }
        if (places > 0) add(in, lowest, places, in.row(lowest), 0);
    }

    private void add(Area in, int seat, int places, int inRow, int at) {
        if (size == first.length) grow(2 * size);
        area[size] = in;
        first[size] = seat;
        length[size] = places;
        row[size] = inRow;
        x[size] = at;
        size++;
    }

    private void grow(int capacity) {
        area = Arrays.copyOf(area, capacity);
        first = Arrays.copyOf(first, capacity);
        length = Arrays.copyOf(length, capacity);
        row = Arrays.copyOf(row, capacity);
        x = Arrays.copyOf(x, capacity);
    }
}
