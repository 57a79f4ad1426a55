package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import usher.bench.load.Words;
import usher.bench.office.HeapPerPlace;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;

/// Z1: heap for each place of a box office of 100,000 places, in a fresh JVM each round.
public final class HeapOfPlaces implements Measure {

    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx2g");
    private static final Goal UNTOUCHED = Goal.atMost(32);
    private static final Goal TAKEN = Goal.atMost(96);
    private static final String LIMITS = "used heap after a full collection, serial collector";

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        int rounds = setting.pace().rounds();
        double[] available = new double[rounds];
        double[] held = new double[rounds];
        double[] reserved = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            Words said = Program.run(HeapPerPlace.class, JVM);
            available[i] = Double.parseDouble(said.text("available"));
            held[i] = Double.parseDouble(said.text("held"));
            reserved[i] = Double.parseDouble(said.text("reserved"));
        }
        Rows rows = new Rows("Z1", List.of());
        rows.add("heap bytes per place, all available", UNTOUCHED, Samples.of(available), LIMITS);
        rows.add("all held, by different users", TAKEN, Samples.of(held), LIMITS);
        rows.add("all reserved, by different users", TAKEN, Samples.of(reserved), LIMITS);
        return rows.list();
    }
}
