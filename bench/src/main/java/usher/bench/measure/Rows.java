package usher.bench.measure;

import java.util.ArrayList;
import java.util.List;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;

/// The rows of one measure, in the making.
final class Rows {

    private final String id;
    private final List<String> troubles;
    private final List<Row> rows = new ArrayList<>();

    /// @param troubles that make every number of this measure invalid
    Rows(String id, List<String> troubles) {
        this.id = id;
        this.troubles = troubles;
    }

    void add(String what, Goal goal, Samples samples, String limits) {
        rows.add(new Row(id, what, goal, samples, limits, troubles));
    }

    /// A number that explains another.
    void add(String what, Samples samples) {
        add(what, Goal.NONE, samples, "");
    }

    /// How many answers a second, and what each cost server and generator.
    void addShots(String what, List<Shot> shots) {
        add(what + "/s", Goal.NONE, Turns.samples(shots, Shot::perSecond), Limits.of(shots));
        if (shots.stream().allMatch(shot -> shot.cpuMicrosPerAnswer().isPresent())) {
            add("CPU-µs of the server, " + what, Turns.samples(shots, Turns::cpuMicros));
        }
        add(
                "CPU-µs of the load generator, " + what,
                Turns.samples(
                        shots, shot -> (double) shot.load().cpuMicros() / shot.load().answers()));
    }

    /// How long servers took to start, and what it cost them.
    void addStarts(String what, Goal goal, List<Start> starts) {
        double[] seconds = starts.stream().mapToDouble(Start::seconds).toArray();
        add(what, goal, Samples.of(seconds), Start.limits(starts));
        if (starts.stream().allMatch(start -> start.cpuMicros().isPresent())) {
            double[] cpu = starts.stream().mapToDouble(Start::cpuSeconds).toArray();
            add("CPU-seconds of the server meanwhile", Samples.of(cpu));
        }
    }

    List<Row> list() {
        return rows;
    }
}
