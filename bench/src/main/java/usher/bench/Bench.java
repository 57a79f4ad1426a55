package usher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import usher.bench.measure.BareOffice;
import usher.bench.measure.BestAvailable;
import usher.bench.measure.Buyers;
import usher.bench.measure.ColdStart;
import usher.bench.measure.Comeback;
import usher.bench.measure.Conventional;
import usher.bench.measure.DiskProbe;
import usher.bench.measure.DurableHolds;
import usher.bench.measure.FsyncPrice;
import usher.bench.measure.FullPath;
import usher.bench.measure.HeapOfPlaces;
import usher.bench.measure.HoldLatency;
import usher.bench.measure.HotEvent;
import usher.bench.measure.Measure;
import usher.bench.measure.ReplayAfterCrash;
import usher.bench.measure.RushHour;
import usher.bench.measure.SeatLists;
import usher.bench.measure.Setting;
import usher.bench.measure.SharedLedgerPrice;
import usher.bench.measure.SoldOutEvent;
import usher.bench.measure.TwoNodesOneEvent;
import usher.bench.report.Machine;
import usher.bench.report.Report;
import usher.bench.report.Row;
import usher.bench.server.DataFolder;
import usher.bench.server.House;

/// `./usher bench`: takes the measures that it is asked for and prints their table.
///
/// What it is doing goes to the error output, the table to the output. Ends with 0 if every number
/// is valid, met or missed; with 1 if one is not; with 2 if it was asked for what it does not know.
public final class Bench {

    /// Every measure by its id in the design, in the order of the table.
    static final Map<String, Measure> MEASURES = measures();

    private static final int DISK_SECONDS = 2;

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(Arrays.asList(arguments)));
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        try {
            if (arguments.contains("--help")) {
                System.out.print(BenchOptions.USAGE);
                return 0;
            }
            if (!arguments.isEmpty() && arguments.getFirst().equals("kill")) {
                return KillTest.run(arguments.subList(1, arguments.size()));
            }
            if (!arguments.isEmpty() && arguments.getFirst().equals("nodes")) {
                return NodesTest.run(arguments.subList(1, arguments.size()));
            }
            return measure(BenchOptions.parse(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("usher: " + e.getMessage() + "\n\n" + BenchOptions.USAGE);
            return 2;
        }
    }

    private static int measure(BenchOptions options) throws IOException, InterruptedException {
        House house = House.find();
        Machine machine = machine(house);
        List<Row> rows = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (Setting setting = new Setting(house, options.pace())) {
            for (Map.Entry<String, Measure> measure : MEASURES.entrySet()) {
                if (!options.wants(measure.getKey())) continue;
                System.err.println("usher: measuring " + measure.getKey());
                try {
                    rows.addAll(measure.getValue().take(setting));
                } catch (IOException e) {
                    failures.add(measure.getKey() + " could not be measured: " + e);
                }
            }
            failures.addAll(setting.failures());
        }
        Report report = new Report(machine, rows, failures);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(options.layout().write(report));
        return report.isValid() ? 0 : 1;
    }

    private static Machine machine(House house) throws IOException, InterruptedException {
        try (DataFolder folder = DataFolder.create(house)) {
            DiskProbe probe = DiskProbe.start(folder.path(), 0);
            try (probe) {
                TimeUnit.SECONDS.sleep(DISK_SECONDS);
            }
            return Machine.here(house.root(), probe.micros(50), probe.micros(99));
        }
    }

    private static Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("S1", new DurableHolds());
        measures.put("S2", new SoldOutEvent());
        measures.put("S3", new FsyncPrice());
        measures.put("S4", new HoldLatency());
        measures.put("S5", new HotEvent());
        measures.put("S6", new SeatLists());
        measures.put("S8", new SharedLedgerPrice());
        measures.put("S9", new TwoNodesOneEvent());
        measures.put("S10", new FullPath());
        measures.put("S11", new ReplayAfterCrash());
        measures.put("S12", new BareOffice());
        measures.put("S13", new Conventional());
        measures.put("S14", new RushHour());
        measures.put("BEST", new BestAvailable());
        measures.put("BOOK", new Buyers());
        measures.put("Z1", new HeapOfPlaces());
        measures.put("Z3", new Comeback());
        measures.put("Z5", new ColdStart());
        return measures;
    }
}
