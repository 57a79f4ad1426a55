package usher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import usher.bench.kill.Broker;
import usher.bench.kill.NodesRound;
import usher.bench.kill.Trouble;
import usher.bench.kill.TwoNodes;
import usher.bench.server.House;
import usher.bench.server.LedgerServer;
import usher.bench.server.PostgresLedgers;
import usher.bench.server.RedisLedgers;

/// T2 and T5 for two nodes on one shared ledger and one hot event: a node is killed, stands still,
/// or hears nothing; the database is killed, or its replies get lost; the broker is away that they
/// relay to. What was answered stays true, and is relayed in its order; nothing is lost, nothing is
/// there twice, and both come to show the same.
public final class NodesTest {

    private static final int ROUNDS = 12;
    private static final int SHOWN_MAX = 20;
    private static final String RABBITMQ = "USHER_TEST_RABBITMQ";
    private static final long BROKER_AWAY_SECONDS = 60;

    private final House house;
    private final SplittableRandom chance;
    private final long brokerAwayMillis;
    private final PrintStream out;

    /// @param brokerAwayMillis for how long nobody reaches the broker, where that is the trouble
    public NodesTest(House house, long seed, long brokerAwayMillis, PrintStream out) {
        this.house = house;
        this.chance = new SplittableRandom(seed);
        this.brokerAwayMillis = brokerAwayMillis;
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
        long awayMillis = TimeUnit.SECONDS.toMillis(BROKER_AWAY_SECONDS);
        NodesTest test = new NodesTest(House.find(), System.nanoTime(), awayMillis, System.out);
        int contradictions = 0;
        try (LedgerServer postgres = new PostgresLedgers();
                LedgerServer redis = new RedisLedgers()) {
            for (LedgerServer ledger : List.of(postgres, redis)) {
                contradictions += test.trouble(ledger, rounds);
            }
        }
        return contradictions == 0 ? 0 : 1;
    }

    private int trouble(LedgerServer ledger, int rounds) throws IOException, InterruptedException {
        String rabbit = System.getenv(RABBITMQ);
        if (rabbit == null) {
            out.println("nothing is relayed: USHER_TEST_RABBITMQ names no RabbitMQ");
            return trouble(ledger, inTurns(Trouble.withoutBroker(), rounds), null);
        }
        try (Broker broker = new Broker(rabbit)) {
            return trouble(ledger, inTurns(List.of(Trouble.values()), rounds), broker);
        }
    }

    private static List<Trouble> inTurns(List<Trouble> troubles, int rounds) {
        return IntStream.range(0, rounds).mapToObj(i -> troubles.get(i % troubles.size())).toList();
    }

    /// Brings `troubles` over nodes on `ledger`, one after the other; how many contradictions there
    /// were.
    ///
    /// @param broker to which they relay; null: they do not
    public int trouble(LedgerServer ledger, List<Trouble> troubles, @Nullable Broker broker)
            throws IOException, InterruptedException {
        int contradictions = 0;
        try (TwoNodes nodes = TwoNodes.start(house, ledger, broker)) {
            for (Trouble trouble : troubles) {
                NodesRound round = new NodesRound(nodes, chance.split(), brokerAwayMillis);
                NodesRound.Outcome outcome = round.run(trouble);
                out.printf(
                        "%s, %s: %s visits, %d cut off, %d contradictions%n",
                        ledger.name(),
                        trouble,
                        outcome.visits(),
                        outcome.unanswered(),
                        outcome.contradictions().size());
                contradictions += shown(outcome.contradictions());
            }
            contradictions += shown(nodes.verify());
        }
        if (broker != null) {
            out.printf("%d facts relayed, %d again%n", broker.heard(), broker.repeats());
        }
        out.printf("%d troubles, %d contradictions%n", troubles.size(), contradictions);
        return contradictions;
    }

    /// How many these are.
    private int shown(List<String> contradictions) {
        contradictions.stream().limit(SHOWN_MAX).forEach(out::println);
        return contradictions.size();
    }
}
