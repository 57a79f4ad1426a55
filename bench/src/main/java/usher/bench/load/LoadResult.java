package usher.bench.load;

/// What the generator says of a load.
///
/// @param answers expected answers that came before the end
/// @param millis for how long requests were due
/// @param cpuMicros processor time of the generator
/// @param next the place that the next load would begin with
/// @param p50Micros latency that half of all requests did not exceed, from when they were due
/// @param p95Micros the same for 95 of 100
/// @param p99Micros the same for 99 of 100
/// @param p999Micros the same for 999 of 1000
/// @param maxMicros the longest latency
/// @param trouble what went wrong, in words without blanks; empty if nothing did
public record LoadResult(
        long answers,
        long millis,
        long cpuMicros,
        long next,
        long p50Micros,
        long p95Micros,
        long p99Micros,
        long p999Micros,
        long maxMicros,
        String trouble) {

    static LoadResult of(Tally tally, LoadOrder order, long next, long cpuMicros) {
        return new LoadResult(
                tally.answersInTime(),
                order.millis(),
                cpuMicros,
                next,
                tally.latencyMicros(50),
                tally.latencyMicros(95),
                tally.latencyMicros(99),
                tally.latencyMicros(99.9),
                tally.latencyMicros(100),
                tally.trouble());
    }

    static LoadResult parse(String line) {
        Words words = Words.of(line);
        return new LoadResult(
                words.number("answers"),
                words.number("millis"),
                words.number("cpuMicros"),
                words.number("next"),
                words.number("p50Micros"),
                words.number("p95Micros"),
                words.number("p99Micros"),
                words.number("p999Micros"),
                words.number("maxMicros"),
                words.text("trouble"));
    }

    String line() {
        return ("answers=%d millis=%d cpuMicros=%d next=%d p50Micros=%d p95Micros=%d"
                        + " p99Micros=%d p999Micros=%d maxMicros=%d trouble=%s")
                .formatted(
                        answers,
                        millis,
                        cpuMicros,
                        next,
                        p50Micros,
                        p95Micros,
                        p99Micros,
                        p999Micros,
                        maxMicros,
                        trouble);
    }

    /// Answers a second.
    public double perSecond() {
        return 1000.0 * answers / millis;
    }
}
