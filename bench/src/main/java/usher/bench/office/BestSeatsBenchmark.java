package usher.bench.office;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import usher.domain.BoxOffice;
import usher.domain.Decision;
import usher.domain.holding.HoldBestSeats;

/// How long a bare box office takes to find the best available of 100,000 seats.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BestSeatsBenchmark {

    @Param private SoldHalls hall = SoldHalls.FRESH;

    @Param({"2", "6"})
    private int quantity;

    private BoxOffice office = Offices.open();
    private HoldBestSeats command = Offices.holdBest(1);

    @Setup(Level.Trial)
    public void sell() {
        office = hall.office();
        command = Offices.holdBest(quantity);
    }

    @Benchmark
    public Decision choose() {
        return office.decide(command);
    }
}
