package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.bench.load.GeneratorProcess;
import usher.bench.report.Samples;
import usher.bench.server.House;

/// What all measures of a run share: the house, the load generator, how thorough to be.
public final class Setting implements AutoCloseable {

    private final House house;
    private final Pace pace;
    private final GeneratorProcess generator;
    private final List<String> failures = new ArrayList<>();
    private @Nullable Samples holdsPerSecond;

    public Setting(House house, Pace pace) throws IOException {
        this.house = house;
        this.pace = pace;
        this.generator = GeneratorProcess.start();
    }

    House house() {
        return house;
    }

    Pace pace() {
        return pace;
    }

    GeneratorProcess generator() {
        return generator;
    }

    /// Holds a second over HTTP, from the run of S1, or measured now if S1 was not asked for.
    Samples holdsPerSecond() throws IOException, InterruptedException {
        Samples known = holdsPerSecond;
        if (known == null) {
            known = DurableHolds.holdsPerSecond(this);
            holdsPerSecond = known;
        }
        return known;
    }

    void rememberHoldsPerSecond(Samples measured) {
        holdsPerSecond = measured;
    }

    /// Notes a part of a measure that could not be measured, and why; the rest goes on.
    void giveUp(String what, IOException why) {
        failures.add("%s could not be measured: %s".formatted(what, why.getMessage()));
    }

    /// What could not be measured, each with why.
    public List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        generator.close();
    }
}
