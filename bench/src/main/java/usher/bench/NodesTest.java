package usher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;
import usher.bench.kill.NodesRound;
import usher.bench.kill.Trouble;
import usher.bench.kill.TwoNodes;
import usher.bench.server.House;
import usher.bench.server.LedgerServer;
import usher.bench.server.PostgresLedgers;
import usher.bench.server.RedisLedgers;

/// T2 and T5 for two nodes on one shared ledger and one hot event: a node is killed, stands still,
/// or
/// hears nothing, and what was answered stays true; nothing is lost, nothing is there twice, and
/// both come to show the same.
public final class NodesTest {

    private static final int ROUNDS = 6;
    private static final int SHOWN_MAX = 20;
    private static final List<Trouble> TROUBLES = List.of(Trouble.values());

    private final House house;
    private final SplittableRandom chance;
    private final PrintStream out;

    public NodesTest(House house, long seed, PrintStream out) {
        this.house = house;
        this.chance = new SplittableRandom(seed);
        this.out = out;
    }

    /// `./usher bench nodes [--rounds N]`; 0 if all is well.
    static int run(List<String> arguments) throws IOException, InterruptedException {
        int rounds = ROUNDS;
        if (!arguments.isEmpty()) {
            if (arguments.size() != 2 || !arguments.getFirst().equals("--rounds")) {
                throw new IllegalArgumentException("nodes knows only --rounds N");
            }
            rounds = BenchOptions.number(arguments, 1);
        }
        NodesTest test = new NodesTest(House.find(), System.nanoTime(), System.out);
        int contradictions = 0;
        try (LedgerServer postgres = new PostgresLedgers();
                LedgerServer redis = new RedisLedgers()) {
            for (LedgerServer ledger : List.of(postgres, redis)) {
                contradictions += test.trouble(ledger, rounds);
            }
        }
        return contradictions == 0 ? 0 : 1;
    }

    /// Troubles nodes on `ledger` so many times, in turns; how many contradictions there were.
    public int trouble(LedgerServer ledger, int rounds) throws IOException, InterruptedException {
        int contradictions = 0;
        try (TwoNodes nodes = TwoNodes.start(house, ledger)) {
            for (int round = 0; round < rounds; round++) {
                Trouble trouble = TROUBLES.get(round % TROUBLES.size());
                NodesRound.Outcome outcome = new NodesRound(nodes, chance.split()).run(trouble);
                out.printf(
                        "%s, %s %d: %s visits, %d cut off, %d contradictions%n",
                        ledger.name(),
                        trouble,
                        round + 1,
                        outcome.visits(),
                        outcome.unanswered(),
                        outcome.contradictions().size());
                outcome.contradictions().stream().limit(SHOWN_MAX).forEach(out::println);
                contradictions += outcome.contradictions().size();
            }
        }
        out.printf("%d troubles, %d contradictions%n", rounds, contradictions);
        return contradictions;
    }
}
