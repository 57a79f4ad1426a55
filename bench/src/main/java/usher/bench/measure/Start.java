package usher.bench.measure;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import usher.bench.server.ServerProcess;

/// One start of a server, until it did what was waited for.
///
/// @param cpuMicros processor time of the server meanwhile; empty if the system does not tell
record Start(double seconds, OptionalLong cpuMicros) {

    /// The start of `server`, which began at `beganNanos` and is over now.
    static Start over(ServerProcess server, long beganNanos) {
        return new Start((System.nanoTime() - beganNanos) / 1e9, server.cpuMicros());
    }

    double cpuSeconds() {
        return cpuMicros.orElse(0) / 1e6;
    }

    /// How much of the machine the starts used, in words.
    static String limits(List<Start> starts) {
        if (starts.stream().anyMatch(start -> start.cpuMicros().isEmpty())) return "";
        double cores = starts.stream().mapToDouble(Start::cores).average().orElse(0);
        int all = Runtime.getRuntime().availableProcessors();
        return String.format(Locale.ROOT, "%.2f of %d processors busy with it", cores, all);
    }

    private double cores() {
        return cpuSeconds() / seconds;
    }
}
