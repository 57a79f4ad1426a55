package usher.bench.office;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import usher.domain.BoxOffice;
import usher.domain.Fact;
import usher.domain.holding.HoldSeats;

/// How many holds a second a bare box office decides, applies and answers.
///
/// One invocation sells an event of 100,000 places out, seat by seat to different users, as the
/// engine does it: what is applied can be taken back until its entry is durable, which here is at
/// once, every [#ENTRY_COMMANDS] commands.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class HoldBenchmark {

    private static final int ENTRY_COMMANDS = 64;

    private final HoldSeats[] commands = new HoldSeats[Offices.SEATS];
    private BoxOffice office = Offices.open();

    @Setup(Level.Trial)
    public void writeCommands() {
        for (int i = 0; i < commands.length; i++) {
            commands[i] = Offices.hold(i + 1);
        }
    }

    @Setup(Level.Invocation)
    public void openOffice() {
        office = Offices.open();
        office.beginTentative();
    }

    @Benchmark
    @OperationsPerInvocation(Offices.SEATS)
    public void hold(Blackhole answers) {
        int asked = 0;
        for (HoldSeats command : commands) {
            List<Fact> facts = Offices.carryOut(office, command);
            answers.consume(office.answer(command, facts));
            if (++asked % ENTRY_COMMANDS == 0) {
                office.closeEntry();
                office.commit();
            }
        }
    }
}
