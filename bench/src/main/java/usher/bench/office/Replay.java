package usher.bench.office;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads a whole ledger back, as a server does that starts after a crash, and says how long it
/// took.
///
/// Streams are read side by side by as many threads as there are processors. The time begins with
/// this program, before any of its classes is loaded or compiled, and has the recovery of the
/// ledger in it. Prints one line: streams, facts, milliseconds, and processor time in milliseconds.
public final class Replay {

    private Replay() {}

    /// Reads the ledger whose database is named by the first argument.
    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        long before = System.nanoTime();
        try (History history = History.open(Path.of(arguments[0]));
                ExecutorService readers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (var event : history.events()) {
                counts.add(readers.submit(() -> history.load(event).factsRead()));
            }
            long facts = 0;
            for (Future<Integer> count : counts) {
                facts += count.get();
            }
            long millis = (System.nanoTime() - before) / 1_000_000;
            System.out.printf(
                    "streams=%d facts=%d millis=%d cpuMillis=%d%n",
                    counts.size(), facts, millis, cpuMillis());
        }
    }

    private static long cpuMillis() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
                / 1_000_000;
    }
}
