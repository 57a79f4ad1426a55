package usher.ledger.sqlite;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.SeatsHeld;
import usher.ledger.Append;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Measures what durable holds cost, as an engine asks for them: one call at a time, each with one
/// hold for each of some streams. Not a test; run it with the number of streams, of entries in a
/// call, and of calls.
final class WriteCost {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SqliteLedger ledger;
    private final StreamId[] streams;
    private final Position[] heads;
    private final int entries;
    private long id = 1;

    private WriteCost(SqliteLedger ledger, int streams, int entries) {
        this.ledger = ledger;
        this.streams = new StreamId[streams];
        this.heads = new Position[streams];
        this.entries = entries;
        for (int i = 0; i < streams; i++) {
            this.streams[i] = StreamId.of(EventId.of(System.currentTimeMillis(), i * 7919L));
            heads[i] = Position.START;
        }
    }

    public static void main(String[] arguments) throws Exception {
        int streams = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int entries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 45;
        int calls = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20_000;
        Path folder = Files.createTempDirectory(Path.of("target"), "cost");
        try (SqliteLedger ledger =
                SqliteLedger.open(folder.resolve("usher.db"), SqliteOptions.standard())) {
            WriteCost cost = new WriteCost(ledger, streams, entries);
            for (int round = 0; round < 4; round++) cost.run(calls);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private void run(int calls) {
        long[] nanos = new long[calls];
        double entriesAll = (double) calls * entries;
        long began = System.nanoTime();
        long process = SYSTEM.getProcessCpuTime();
        long writer = cpuNanos("usher-ledger-writer");
        long filer = cpuNanos("usher-ledger-filer");
        for (int call = 0; call < calls; call++) nanos[call] = append(appends(call));
        process = SYSTEM.getProcessCpuTime() - process;
        writer = cpuNanos("usher-ledger-writer") - writer;
        filer = cpuNanos("usher-ledger-filer") - filer;
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(nanos);
        System.out.printf("%.0f entries/s; CPU us per entry: ", entriesAll / seconds);
        System.out.printf("process %.2f, ", process / entriesAll / 1e3);
        System.out.printf(
                "writer %.2f, filer %.2f; ", writer / entriesAll / 1e3, filer / entriesAll / 1e3);
        System.out.printf("us per call: writer's CPU %.1f, ", writer / 1e3 / calls);
        System.out.printf(
                "median %d, p99 %d, ", nanos[calls / 2] / 1000, nanos[calls * 99 / 100] / 1000);
        System.out.printf("max %d%n", nanos[calls - 1] / 1000);
    }

    /// How long the call took, in nanoseconds.
    private long append(List<Append> appends) {
        long began = System.nanoTime();
        List<Outcome> outcomes = ledger.append(appends).toCompletableFuture().join();
        boolean isAppended = outcomes.getLast() instanceof Outcome.Appended;
        if (!isAppended) throw new AssertionError(outcomes);
        return System.nanoTime() - began;
    }

    private List<Append> appends(int call) {
        List<Append> appends = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            int at = (int) (((long) call * entries + i) % streams.length);
            UserId user = new UserId(new UUID(id * 0x9E3779B97F4A7C15L, -id));
            Cause cause = Cause.of(1_795_212_345_678L + id, user, "k3-1a-" + id);
            SeatsHeld fact =
                    new SeatsHeld(
                            cause, user, SeatSet.of((int) (id % 100_000)), 1_795_212_405_678L + id);
            Append append =
                    new Append(
                            streams[at],
                            heads[at],
                            id++,
                            List.of(fact),
                            List.of(),
                            1_795_212_405_678L + call,
                            Long.MAX_VALUE);
            heads[at] = append.position();
            appends.add(append);
        }
        return appends;
    }

    private static long cpuNanos(String name) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(name)) return THREADS.getThreadCpuTime(thread.threadId());
        }
        throw new AssertionError("no thread " + name);
    }
}
