/// What the bench says: numbers with their spread, on which machine, as a table, Markdown or JSON.
///
/// It measures nothing itself, but for what the machine is. Begin with [usher.bench.report.Report].
@NullMarked
package usher.bench.report;

import org.jspecify.annotations.NullMarked;
