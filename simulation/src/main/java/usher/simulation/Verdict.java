package usher.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one run ended.
///
/// @param digest the same for every run of the same seed
/// @param broken the promise that was broken; null: all were kept
/// @param tail the last lines of the trace
record Verdict(
        long seed, long digest, @Nullable BrokenPromise broken, List<String> tail, Totals totals) {}
