package usher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import usher.bench.kill.KillRound;
import usher.bench.kill.Verification;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;

/// T2: `kill -9` at random moments under full load; no acknowledged answer is lost, no seat has two
/// owners, and what was not answered happened whole or not at all.
///
/// The server that comes back from one kill is the one that is loaded for the next. Now and then
/// a new ledger is begun. `./usher verify` must find every ledger sound, as a kill leaves it and as
/// a stop does.
public final class KillTest {

    private static final int ROUNDS = 20;
    private static final int ROUNDS_PER_LEDGER = 20;
    private static final int SHOWN_MAX = 20;

    private final House house;
    private final SplittableRandom chance;
    private final PrintStream out;
    private int contradictions;

    public KillTest(House house, long seed, PrintStream out) {
        this.house = house;
        this.chance = new SplittableRandom(seed);
        this.out = out;
    }

    /// `./usher bench kill [--rounds N]`; 0 if all is well.
    static int run(List<String> arguments) throws IOException, InterruptedException {
        int rounds = ROUNDS;
        if (!arguments.isEmpty()) {
            if (arguments.size() != 2 || !arguments.getFirst().equals("--rounds")) {
                throw new IllegalArgumentException("kill knows only --rounds N");
            }
            rounds = BenchOptions.number(arguments, 1);
        }
        return new KillTest(House.find(), System.nanoTime(), System.out).kill(rounds) == 0 ? 0 : 1;
    }

    /// Kills a server so many times; how many contradictions there were.
    public int kill(int rounds) throws IOException, InterruptedException {
        for (int done = 0; done < rounds; done += ROUNDS_PER_LEDGER) {
            killOnOneLedger(done, Math.min(rounds - done, ROUNDS_PER_LEDGER));
        }
        out.printf("%d kills, %d contradictions%n", rounds, contradictions);
        return contradictions;
    }

    private void killOnOneLedger(int done, int rounds) throws IOException, InterruptedException {
        try (DataFolder data = DataFolder.create(house)) {
            ServerProcess server = ServerProcess.start(house, data, Map.of());
            for (int round = 0; round < rounds; round++) {
                server = killOnce(done + round + 1, data, server);
            }
            server.stop();
            report(Verification.contradictions(house, data));
        }
    }

    private ServerProcess killOnce(int round, DataFolder data, ServerProcess server)
            throws IOException, InterruptedException {
        KillRound.Outcome outcome = new KillRound(house, data, chance).run(server);
        out.printf(
                "kill %d: %d visits, %d cut off, %d contradictions%n",
                round, outcome.visits(), outcome.unanswered(), outcome.contradictions().size());
        report(outcome.contradictions());
        return outcome.restarted();
    }

    private void report(List<String> found) {
        found.stream().limit(SHOWN_MAX).forEach(out::println);
        contradictions += found.size();
    }
}
