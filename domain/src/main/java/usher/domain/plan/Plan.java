package usher.domain.plan;

/// All places of one event by their numbers, 1 to [#totalSeats]. Immutable.
public record Plan(int totalSeats) {

    public static final int TOTAL_SEATS_MAX = 100_000;

    public Plan {
        if (totalSeats < 1 || totalSeats > TOTAL_SEATS_MAX) {
            throw new IllegalArgumentException("totalSeats must be 1 to 100000: " + totalSeats);
        }
    }

    /// Seats that have a number and nothing else.
    public static Plan plain(int totalSeats) {
        return new Plan(totalSeats);
    }
}
