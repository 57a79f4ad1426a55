package usher.ledger;

import java.util.Arrays;
import usher.domain.EventId;
import usher.domain.SeatSet;

/// Sets of seats as JSON: their numbers, ascending, and `[from,to]` for each run of three or more.
///
/// So 1, 5 to 90 and 92 are `[1,[5,90],92]`, and a whole hall of 100,000 is a few bytes.
final class SeatsJson {

    private static final int RUN_MIN = 3;
    private static final int NUMBER_MAX = (1 << EventId.SEAT_BITS) - 1;

    private SeatsJson() {}

    static void write(SeatSet seats, JsonBytes out) {
        out.beginArray();
        int at = 0;
        while (at < seats.size()) {
            int run = runLength(seats, at);
            if (run < RUN_MIN) {
                out.value(seats.get(at));
                at++;
            } else {
                out.beginArray().value(seats.get(at)).value(seats.get(at + run - 1)).endArray();
                at += run;
            }
        }
        out.endArray();
    }

    static SeatSet read(JsonReader json) {
        if (!json.beginArray()) return SeatSet.none();
        if (json.isArray()) return read(json, new int[16], 0);
        int first = number(json, 0);
        if (!json.nextElement()) return SeatSet.of(first);
        int[] numbers = new int[16];
        numbers[0] = first;
        return read(json, numbers, 1);
    }

    /// Goes on at an element, after `count` numbers were read.
    private static SeatSet read(JsonReader json, int[] read, int count) {
        int[] numbers = read;
        int size = count;
        do {
            boolean isRun = json.isArray();
            if (isRun) json.beginArray();
            int from = number(json, size == 0 ? 0 : numbers[size - 1]);
            int to = isRun ? endOfRun(json, from) : from;
            if (size + to - from >= numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * (size + to - from));
            }
            for (int number = from; number <= to; number++) numbers[size++] = number;
        } while (json.nextElement());
        return SeatSet.of(Arrays.copyOf(numbers, size));
    }

    private static int endOfRun(JsonReader json, int from) {
        if (!json.nextElement()) throw json.wrong("the last number of a run");
        int to = number(json, from);
        if (json.nextElement()) throw json.wrong("only two numbers in a run");
        return to;
    }

    private static int number(JsonReader json, int previous) {
        int number = json.intValue();
        if (number <= previous || number > NUMBER_MAX) {
            throw json.wrong("ascending seat numbers from 1 to " + NUMBER_MAX);
        }
        return number;
    }

    /// How many seats, from the `first`th of the set on, have neighbouring numbers.
    private static int runLength(SeatSet seats, int first) {
        int next = first + 1;
        while (next < seats.size() && seats.get(next) == seats.get(first) + next - first) next++;
        return next - first;
    }
}
