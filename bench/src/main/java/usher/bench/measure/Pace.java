package usher.bench.measure;

/// How thoroughly to measure.
///
/// @param rounds of everything that is compared; 1 or more, 7 for a number that is published
/// @param roundMillis how long each is loaded in a round
/// @param warmUpMillis how long a new server is loaded before the first round
public record Pace(int rounds, long roundMillis, long warmUpMillis) {

    public static final Pace FULL = new Pace(7, 5_000, 15_000);
    public static final Pace QUICK = new Pace(3, 1_500, 4_000);

    public Pace {
        if (rounds < 1 || roundMillis < 1 || warmUpMillis < 0) {
            throw new IllegalArgumentException("rounds and their length must be 1 or more");
        }
    }

    public Pace withRounds(int newRounds) {
        return new Pace(newRounds, roundMillis, warmUpMillis);
    }

    public Pace withRoundMillis(long newMillis) {
        return new Pace(rounds, newMillis, warmUpMillis);
    }
}
