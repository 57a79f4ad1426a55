package usher.bench.report;

import java.util.List;

/// All numbers of a run, and where they were measured.
///
/// @param failures measures that could not be taken at all, each with why
public record Report(Machine machine, List<Row> rows, List<String> failures) {

    public Report {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /// Whether every measure was taken and every number may be believed.
    public boolean isValid() {
        return failures.isEmpty() && rows.stream().allMatch(Row::isValid);
    }
}
