package usher.domain.event;

import usher.domain.plan.Plan;

/// What an event allows its buyers.
///
/// @param holdSeconds how long a hold lasts at most, 1 to 3600 s
/// @param refreshesMax how often one hold may be refreshed, 0 to 100
/// @param heldSeatsPerUser how many seats one user may hold at once, 1 to 1000; 0: no limit
/// @param seatsPerUser how many seats one user may have, held and reserved; 0: no limit
/// @param bookingMinutes how long a booking may stay unpaid, 1 to 60 min
public record Policy(
        int holdSeconds,
        int refreshesMax,
        int heldSeatsPerUser,
        int seatsPerUser,
        int bookingMinutes) {

    public static final int HOLD_SECONDS_MAX = 3600;
    public static final int REFRESHES_MAX = 100;
    public static final int HELD_SEATS_PER_USER_MAX = 1000;
    public static final int SEATS_PER_USER_MAX = Plan.TOTAL_SEATS_MAX;
    public static final int BOOKING_MINUTES_MAX = 60;

    /// What an event allows that says nothing else.
    public static final Policy DEFAULT = new Policy(60, 10, 6, 0, 5);

    public Policy {
        requireRange("holdSeconds", holdSeconds, 1, HOLD_SECONDS_MAX);
        requireRange("refreshesMax", refreshesMax, 0, REFRESHES_MAX);
        requireRange("heldSeatsPerUser", heldSeatsPerUser, 0, HELD_SEATS_PER_USER_MAX);
        requireRange("seatsPerUser", seatsPerUser, 0, SEATS_PER_USER_MAX);
        requireRange("bookingMinutes", bookingMinutes, 1, BOOKING_MINUTES_MAX);
    }

    /// Whether `seconds` may be asked for a hold; 0 asks for what the policy gives.
    public boolean allowsHoldOf(int seconds) {
        return seconds >= 0 && seconds <= holdSeconds;
    }

    /// How long a hold lasts for which `seconds` were asked, in milliseconds.
    public long holdMillis(int seconds) {
        return 1000L * (seconds == 0 ? holdSeconds : seconds);
    }

    /// Whether one user may hold `held` seats at once.
    public boolean allowsHeld(int held) {
        return heldSeatsPerUser == 0 || held <= heldSeatsPerUser;
    }

    /// Whether one user may have `seats`, held and reserved together.
    public boolean allowsSeats(int seats) {
        return seatsPerUser == 0 || seats <= seatsPerUser;
    }

    private static void requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "%s must be %d to %d, not %d".formatted(name, min, max, value));
        }
    }
}
