package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import usher.bench.report.Row;

/// Something that the bench can measure.
public interface Measure {

    /// Takes all rounds.
    ///
    /// @throws IOException if it cannot be measured at all; what only spoils a number is told in
    ///     its row
    List<Row> take(Setting setting) throws IOException, InterruptedException;
}
