package usher.bench.report;

import java.util.List;

/// One number of the report.
///
/// @param id of the measure in the design, such as `S1`
/// @param what is measured, with its unit
/// @param limits what keeps it from being better, as far as the bench can tell
/// @param troubles what went wrong while it was measured; if anything did, the number is invalid
public record Row(
        String id, String what, Goal goal, Samples samples, String limits, List<String> troubles) {

    public Row {
        troubles = List.copyOf(troubles);
    }

    public boolean isValid() {
        return troubles.isEmpty();
    }

    /// The goal and whether it was met, in a word.
    String verdict() {
        if (goal.kind() == Goal.Kind.NONE) return "";
        if (!isValid()) return goal + " invalid";
        return goal + (goal.isMetBy(samples.median()) ? " met" : " missed");
    }

    String median() {
        return Numbers.text(samples.median());
    }

    String spread() {
        return Numbers.text(samples.min()) + ".." + Numbers.text(samples.max());
    }

    String remarks() {
        return isValid() ? limits : "INVALID: " + String.join("; ", troubles);
    }
}
