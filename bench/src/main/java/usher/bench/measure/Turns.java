package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import usher.bench.report.Samples;

/// Two loads that took turns: which of them goes first changes from round to round.
record Turns(List<Shot> left, List<Shot> right) {

    /// Takes one shot.
    interface Load {
        Shot take() throws IOException, InterruptedException;
    }

    static Turns take(int rounds, Load left, Load right) throws IOException, InterruptedException {
        Turns turns = new Turns(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) turns.left.add(left.take());
            turns.right.add(right.take());
            if (round % 2 == 1) turns.left.add(left.take());
        }
        return turns;
    }

    /// The shots of several loads that took turns; a round begins with the load after the one that
    /// began the round before.
    static List<List<Shot>> takeAll(int rounds, List<Load> loads)
            throws IOException, InterruptedException {
        List<List<Shot>> shots = new ArrayList<>();
        for (int i = 0; i < loads.size(); i++) shots.add(new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < loads.size(); i++) {
                int turn = (round + i) % loads.size();
                shots.get(turn).add(loads.get(turn).take());
            }
        }
        return shots;
    }

    /// Left ÷ right of each round.
    Samples ratio(ToDoubleFunction<Shot> of) {
        double[] ratios = new double[left.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = of.applyAsDouble(left.get(i)) / of.applyAsDouble(right.get(i));
        }
        return Samples.of(ratios);
    }

    /// Right ÷ left of each round.
    Samples inverseRatio(ToDoubleFunction<Shot> of) {
        return ratio(shot -> 1 / of.applyAsDouble(shot));
    }

    boolean tellsProcessorTime() {
        return isTold(left) && isTold(right);
    }

    /// What went wrong in any round.
    List<String> troubles() {
        List<String> troubles = new ArrayList<>(troubles(left));
        troubles.addAll(troubles(right));
        return troubles;
    }

    static Samples samples(List<Shot> shots, ToDoubleFunction<Shot> of) {
        return Samples.of(shots.stream().mapToDouble(of).toArray());
    }

    /// Processor time of the server for each answer.
    static double cpuMicros(Shot shot) {
        return shot.cpuMicrosPerAnswer().orElse(Double.NaN);
    }

    static List<String> troubles(List<Shot> shots) {
        List<String> troubles = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            String trouble = shots.get(i).load().trouble();
            if (!trouble.isEmpty()) troubles.add("round %d: %s".formatted(i + 1, trouble));
        }
        return troubles;
    }

    private static boolean isTold(List<Shot> shots) {
        Function<Shot, OptionalDouble> told = Shot::cpuMicrosPerAnswer;
        return shots.stream().map(told).allMatch(OptionalDouble::isPresent);
    }
}
