package usher.bench.measure;

import java.util.List;
import java.util.Locale;

/// What was busy during some loads, in one line.
final class Limits {

    private static final double ALL_BUSY = 0.9;

    private Limits() {}

    static String of(List<Shot> shots) {
        if (shots.stream().anyMatch(shot -> shot.serverCpuMicros().isEmpty())) {
            return "unknown: this system does not tell the processor time of a process";
        }
        int cores = Runtime.getRuntime().availableProcessors();
        double busy = Turns.samples(shots, Shot::busyCores).median();
        double server = Turns.samples(shots, Shot::serverCores).median();
        double generator = Turns.samples(shots, Shot::generatorCores).median();
        return String.format(
                Locale.ROOT,
                "%s: %.2f of %d busy (server %.2f, load %.2f, others %.2f)",
                busy >= ALL_BUSY * cores ? "processors" : "waiting, not processors",
                busy,
                cores,
                server,
                generator,
                Math.max(0, busy - server - generator));
    }
}
