package usher.simulation;

import java.util.ArrayDeque;
import java.util.List;
import usher.domain.StateHash;

/// What happened in a run, in order: the last lines of it, and a digest of all.
///
/// Equal digests mean equal runs: every line and its moment goes into it.
final class Trace {

    private static final int LINES_KEPT = 40;

    private final VirtualTime time;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final StateHash digest = new StateHash();

    Trace(VirtualTime time) {
        this.time = time;
    }

    void note(String line) {
        digest.add(time.nanos()).add(line.hashCode());
        if (lines.size() == LINES_KEPT) lines.removeFirst();
        lines.addLast(stamp(time.nanos()) + " " + line);
    }

    long digest() {
        return digest.value();
    }

    /// The last lines, oldest first.
    List<String> tail() {
        return List.copyOf(lines);
    }

    private static String stamp(long nanos) {
        String micros = Long.toString(1_000_000 + nanos / 1_000 % 1_000_000).substring(1);
        return nanos / VirtualTime.SECONDS + "." + micros;
    }
}
