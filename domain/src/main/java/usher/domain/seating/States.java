package usher.domain.seating;

import usher.domain.plan.Plan;

/// The status of every seat of one event at one version, at two bits a place. Immutable.
public final class States {

    private final long version;
    private final Plan plan;
    private final long[] words;
    private final int[] counts;

    States(long version, Plan plan, long[] words, int[] counts) {
        this.version = version;
        this.plan = plan;
        this.words = words;
        this.counts = counts;
    }

    /// The entry of the stream after which these are the states.
    public long version() {
        return version;
    }

    /// Where the seats are.
    public Plan plan() {
        return plan;
    }

    /// How many seats there are; they are numbered from 1.
    public int total() {
        return plan.totalSeats();
    }

    /// How many seats from `first` to `last` are `status`.
    public int count(SeatStatus status, int first, int last) {
        return TwoBits.count(words, status.code(), first, last);
    }

    /// How many seats are `status`.
    public int count(SeatStatus status) {
        return counts[status.code()];
    }

    public SeatStatus of(int number) {
        return SeatStatus.of(TwoBits.get(words, number));
    }

    /// The lowest number above `number` of a seat that is `status`; 0 if there is none.
    public int next(SeatStatus status, int number) {
        return TwoBits.next(words, status.code(), number + 1, total());
    }

    /// The codes of all seats, two bits each: seat 1 in the two lowest bits of the first byte, seat
    /// 5 in those of the second. What is left of the last byte is 0.
    public byte[] packed() {
        return TwoBits.packed(words, total());
    }
}
