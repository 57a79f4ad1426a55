/// Measures Usher and prints the table that PERFORMANCE.md keeps.
///
/// The load comes from a process of its own, on a schedule; latency is counted from the scheduled
/// time. Every number stands beside a floor measured in the same run.
@NullMarked
package usher.bench;

import org.jspecify.annotations.NullMarked;
