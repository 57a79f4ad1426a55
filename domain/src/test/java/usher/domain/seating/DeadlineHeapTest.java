package usher.domain.seating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.domain.UserId;

final class DeadlineHeapTest {

    private static final int SEATS = 300;
    private static final UserId ANN = new UserId(new UUID(1, 1));

    private final SeatRecords records = new SeatRecords(SEATS);
    private final DeadlineHeap heap = new DeadlineHeap(records);
    private final TreeMap<Integer, Long> oracle = new TreeMap<>();

    @Test
    void without_holds_there_is_no_deadline() {
        assertEquals(Long.MAX_VALUE, heap.earliest());
        assertEquals(List.of(), dueBy(Long.MAX_VALUE));
    }

    @Test
    void a_hold_is_due_at_its_end_and_not_before() {
        add(7, 100);

        assertEquals(100, heap.earliest());
        assertEquals(List.of(), dueBy(99));
        assertEquals(List.of(7), dueBy(100));
    }

    /// With few different ends many are equal, with many few are.
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100_000})
    void it_names_what_a_sorted_map_names(int ends) {
        SplittableRandom random = new SplittableRandom(ends);
        for (int i = 0; i < 20_000; i++) {
            int seat = random.nextInt(1, SEATS + 1);
            if (oracle.containsKey(seat)) {
                remove(seat);
            } else if (random.nextInt(SEATS) > oracle.size() / 2) {
                add(seat, random.nextInt(1, ends + 1));
            }
            long earliest = oracle.isEmpty() ? Long.MAX_VALUE : Collections.min(oracle.values());
            assertEquals(earliest, heap.earliest());
            assertEquals(oracle.size(), heap.size());
            if (i % 100 == 0) compareDue(random.nextInt(ends + 2));
        }
    }

    @Test
    void it_takes_every_seat_of_a_full_house() {
        for (int seat = SEATS; seat >= 1; seat--) {
            add(seat, seat);
        }
        for (int seat = 1; seat <= SEATS; seat++) {
            assertEquals(seat, heap.earliest());
            remove(seat);
        }
        assertEquals(Long.MAX_VALUE, heap.earliest());
    }

    private void add(int seat, long until) {
        int holder = records.holders().retain(ANN);
        records.write(seat, holder, SeatRecord.held(ANN, 0, until));
        heap.add(seat);
        oracle.put(seat, until);
    }

    private void remove(int seat) {
        heap.remove(seat);
        oracle.remove(seat);
    }

    private void compareDue(long millis) {
        TreeSet<Integer> due = new TreeSet<>();
        oracle.forEach(
                (seat, until) -> {
                    if (until <= millis) due.add(seat);
                });
        assertEquals(new ArrayList<>(due), dueBy(millis));
    }

    private List<Integer> dueBy(long millis) {
        List<Integer> due = new ArrayList<>();
        heap.forEachBy(millis, due::add);
        Collections.sort(due);
        return due;
    }
}
