package usher.bench.demo;

import java.util.Locale;

/// What a server has counted since it started: seats, and refusals of whatever reason.
record Counts(long held, long refused, long released, long expired, long reserved) {

    /// @param metrics in the Prometheus text format
    static Counts parse(String metrics) {
        return new Counts(
                sum(metrics, "usher_seats_total{became=\"held\""),
                sum(metrics, "usher_refusals_total{"),
                sum(metrics, "usher_seats_total{became=\"released\""),
                sum(metrics, "usher_seats_total{became=\"expired\""),
                sum(metrics, "usher_seats_total{became=\"reserved\""));
    }

    /// What has come since `before`.
    Counts since(Counts before) {
        return new Counts(
                held - before.held,
                refused - before.refused,
                released - before.released,
                expired - before.expired,
                reserved - before.reserved);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,6d held %,6d refused %,6d released %,6d expired %,6d reserved",
                held,
                refused,
                released,
                expired,
                reserved);
    }

    /// The numbers of all lines that begin with `name`.
    private static long sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(lastWord(line)))
                .sum();
    }

    private static String lastWord(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
