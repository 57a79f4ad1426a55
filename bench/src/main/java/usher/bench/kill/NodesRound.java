package usher.bench.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import usher.bench.load.LoadLoop;
import usher.bench.load.Schedule;
import usher.bench.load.Tally;
import usher.bench.office.History;
import usher.bench.server.ServerProcess;

/// Visitors of one hot event at two nodes at once, trouble in the middle, and everything that must
/// hold afterwards.
public final class NodesRound {

    private static final int CONNECTIONS = 16;
    private static final int SEATS = 20_000;
    private static final int HOLD_SECONDS = 2;
    private static final long PAUSE_MILLIS = 1_000L * HOLD_SECONDS + 1_000;
    private static final long AWAY_MILLIS = 1_500;
    private static final long AFTERWARDS_MILLIS = 1_000;
    private static final long LOAD_MILLIS_MAX = 300_000;
    private static final long ANSWERS_WITHIN_SECONDS = 60;
    private static final int TROUBLE_WITHIN_MILLIS = 1_000;
    private static final long AGREED_WITHIN_SECONDS = 60;
    private static final long RELAYED_WITHIN_SECONDS = 120;

    /// What a round found.
    ///
    /// @param visits how many visitors each node had
    /// @param unanswered how many of all were cut off, or told that nobody knows
    /// @param contradictions what should not be; empty if all is well
    public record Outcome(List<Integer> visits, long unanswered, List<String> contradictions) {}

    private final TwoNodes nodes;
    private final SplittableRandom chance;
    private final long brokerAwayMillis;
    private final List<String> contradictions = new ArrayList<>();

    /// @param brokerAwayMillis for how long nobody reaches the broker, where that is the trouble
    public NodesRound(TwoNodes nodes, SplittableRandom chance, long brokerAwayMillis) {
        this.nodes = nodes;
        this.brokerAwayMillis = brokerAwayMillis;
        this.chance = chance;
    }

    /// Loads both nodes; one of them, or both, gets into `trouble`.
    public Outcome run(Trouble trouble) throws IOException, InterruptedException {
        String places = "\"totalSeats\":" + SEATS;
        List<UUID> events = List.of(nodes.node(0).api().createEvent(places, HOLD_SECONDS));
        List<Visitors> crowds = List.of(crowd(events), crowd(events));
        List<CompletableFuture<Tally>> loads = List.of(load(0, crowds), load(1, crowds));
        for (Visitors crowd : crowds) {
            if (!crowd.awaitFirstAnswers(ANSWERS_WITHIN_SECONDS)) {
                contradictions.add("a node answers hardly anybody");
            }
        }
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(TROUBLE_WITHIN_MILLIS));
        happen(trouble);
        TimeUnit.MILLISECONDS.sleep(AFTERWARDS_MILLIS);
        crowds.forEach(Visitors::goHome);
        checkLoads(trouble, loads.getFirst().join(), loads.getLast().join());
        if (trouble == Trouble.KILL) nodes.restart(0);
        return judge(events, crowds);
    }

    /// That the trouble came in the middle of the load, and to one node only.
    private void checkLoads(Trouble trouble, Tally troubled, Tally other) {
        long lost = trouble == Trouble.KILL ? CONNECTIONS : 0;
        if (troubled.lostConnections() != lost || other.lostConnections() != 0) {
            contradictions.add(
                    "the nodes lost %d and %d connections"
                            .formatted(troubled.lostConnections(), other.lostConnections()));
        }
    }

    private Visitors crowd(List<UUID> events) {
        return new Visitors(events, SEATS, CONNECTIONS, chance.split());
    }

    private CompletableFuture<Tally> load(int node, List<Visitors> crowds) {
        int port = nodes.node(node).api().port();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return CompletableFuture.supplyAsync(
                () -> load(address, crowds.get(node)), load -> Thread.ofPlatform().start(load));
    }

    private static Tally load(InetSocketAddress address, Visitors visitors) {
        try {
            return LoadLoop.run(address, CONNECTIONS, Schedule.closed(LOAD_MILLIS_MAX), visitors);
        } catch (IOException e) {
            throw new IllegalStateException("the load could not be run", e);
        }
    }

    private void happen(Trouble trouble) throws IOException, InterruptedException {
        ServerProcess node = nodes.node(0);
        switch (trouble) {
            case KILL -> node.kill();
            case PAUSE -> {
                node.pause();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                node.resume();
            }
            case DEAFNESS -> nodes.hangUp();
            case DATABASE_KILL -> nodes.killDatabase(AWAY_MILLIS);
            case MUTE -> nodes.muteDatabase(AWAY_MILLIS);
            case BROKER_AWAY -> nodes.cutBroker(brokerAwayMillis);
        }
    }

    private Outcome judge(List<UUID> events, List<Visitors> crowds)
            throws IOException, InterruptedException {
        List<Visit> journal = new ArrayList<>();
        for (Visitors crowd : crowds) journal.addAll(crowd.journal());
        agree(events);
        try (History history = nodes.history()) {
            contradictions.addAll(Deeds.read(history, events).contradictions(journal));
        }
        awaitRelayed(events.getFirst());
        List<Integer> visits = crowds.stream().map(crowd -> crowd.journal().size()).toList();
        return new Outcome(visits, Judgement.unanswered(journal), contradictions);
    }

    /// All that happened is relayed in the end, in its order.
    private void awaitRelayed(UUID event) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RELAYED_WITHIN_SECONDS);
        List<String> unrelayed = nodes.unrelayed(event);
        while (!unrelayed.isEmpty() && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(200);
            unrelayed = nodes.unrelayed(event);
        }
        contradictions.addAll(unrelayed);
    }

    /// All holds run out, and then both nodes show what the ledger says.
    private void agree(List<UUID> events) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(AGREED_WITHIN_SECONDS);
        while (!isAgreed(events)) {
            if (System.nanoTime() - deadline > 0) {
                contradictions.add("the nodes do not come to show what the ledger says");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isAgreed(List<UUID> events) throws IOException, InterruptedException {
        List<String> statuses;
        try (History history = nodes.history()) {
            statuses = LedgerTruth.read(history, events).statuses(0);
        }
        if (statuses.contains("held")) return false;
        for (int node = 0; node < 2; node++) {
            List<String> shown = nodes.node(node).api().seatStatuses(events.getFirst());
            if (!shown.equals(statuses)) return false;
        }
        return true;
    }
}
