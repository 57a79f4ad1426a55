package usher.bench.measure;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import usher.bench.load.LoadResult;

/// One load on one server.
///
/// @param serverCpuMicros processor time of the server meanwhile; empty if the system does not tell
/// @param busyCores how many processors of the machine were busy meanwhile, on average
record Shot(LoadResult load, OptionalLong serverCpuMicros, double busyCores) {

    double perSecond() {
        return load.perSecond();
    }

    double p99Micros() {
        return load.p99Micros();
    }

    /// Processor time of the server for each answer; empty if the system does not tell.
    OptionalDouble cpuMicrosPerAnswer() {
        if (serverCpuMicros.isEmpty() || load.answers() == 0) return OptionalDouble.empty();
        return OptionalDouble.of((double) serverCpuMicros.getAsLong() / load.answers());
    }

    double serverCores() {
        return serverCpuMicros.orElse(0) / (1000.0 * load.millis());
    }

    double generatorCores() {
        return load.cpuMicros() / (1000.0 * load.millis());
    }
}
