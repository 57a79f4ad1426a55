package usher.server.http;

import java.util.List;
import usher.domain.EventId;
import usher.domain.SeatSet;

/// Reads the seats that a body names by their ids.
final class SeatIds {

    private SeatIds() {}

    /// The seats of `event` in the list `seats`, which has 1 to `sizeMax` ids; says which of them
    /// are none.
    static SeatSet read(Fields fields, EventId event, int sizeMax) {
        List<String> ids = fields.texts("seats", sizeMax);
        int[] numbers = new int[ids.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Ids.seatNumberOrZero(event, ids.get(i));
            if (numbers[i] == 0) {
                fields.wrong("seats[%d]".formatted(i), "must be the id of a seat of this event");
            }
        }
        return SeatSet.of(numbers);
    }
}
