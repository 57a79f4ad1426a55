/// Services that do what Usher does with a seat, built the conventional way: the sources are in
/// `bench/baselines`, a folder for each.
///
/// Here is how they are built and started, and what is asked of each before its speed counts
/// ([usher.bench.baseline.Manners]). Begin with [usher.bench.baseline.Baseline].
@NullMarked
package usher.bench.baseline;

import org.jspecify.annotations.NullMarked;
