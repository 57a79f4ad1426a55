package usher.bench.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import usher.bench.load.LoadLoop;
import usher.bench.load.Schedule;
import usher.bench.load.Tally;
import usher.bench.server.Api;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.Sale;
import usher.bench.server.ServerProcess;

/// One `kill -9` at a random moment under full load, and everything that must hold afterwards.
public final class KillRound {

    private static final int CONNECTIONS = 64;
    private static final int EVENTS = 8;
    private static final int SEATS_PER_EVENT = 5_000;
    private static final long ANSWERS_WITHIN_SECONDS = 60;
    private static final int KILL_WITHIN_MILLIS = 1_500;
    private static final long LOAD_MILLIS_MAX = 300_000;
    private static final int ASKED_AGAIN = 200;

    /// What a round found.
    ///
    /// @param visits how many visitors there were
    /// @param unanswered how many of them were cut off
    /// @param contradictions what should not be; empty if all is well
    /// @param restarted the server that came back, still running
    public record Outcome(
            int visits, long unanswered, List<String> contradictions, ServerProcess restarted) {}

    private final House house;
    private final DataFolder data;
    private final SplittableRandom chance;

    public KillRound(House house, DataFolder data, SplittableRandom chance) {
        this.house = house;
        this.data = data;
        this.chance = chance;
    }

    /// Loads `server`, which works on the data folder, kills it and starts another.
    public Outcome run(ServerProcess server) throws IOException, InterruptedException {
        List<UUID> events = Sale.open(server.api(), data, EVENTS, SEATS_PER_EVENT).events();
        Visitors visitors = new Visitors(events, SEATS_PER_EVENT, CONNECTIONS, chance);
        List<String> contradictions = new ArrayList<>(loadAndKill(server, visitors));
        List<Visit> journal = visitors.journal();
        LedgerTruth ledger;
        try (DataFolder copy = data.copy(house)) {
            contradictions.addAll(Verification.contradictions(house, copy));
            ledger = LedgerTruth.read(copy, events);
        }
        contradictions.addAll(new Judgement(ledger).contradictions(journal));
        ServerProcess restarted = ServerProcess.start(house, data, Map.of());
        contradictions.addAll(contradictions(restarted.api(), ledger, events));
        contradictions.addAll(askAgain(restarted.api(), ledger, events, journal));
        return new Outcome(
                journal.size(), Judgement.unanswered(journal), contradictions, restarted);
    }

    /// What went wrong before the kill.
    private List<String> loadAndKill(ServerProcess server, Visitors visitors)
            throws IOException, InterruptedException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.api().port());
        CompletableFuture<Tally> load =
                CompletableFuture.supplyAsync(() -> load(address, visitors));
        List<String> troubles = new ArrayList<>();
        if (!visitors.awaitFirstAnswers(ANSWERS_WITHIN_SECONDS)) troubles.add("hardly an answer");
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(KILL_WITHIN_MILLIS));
        server.kill();
        Tally tally = load.join();
        if (tally.lostConnections() != CONNECTIONS) troubles.add("the load ended by itself");
        if (tally.trouble().contains("status-")) troubles.add(tally.trouble());
        return troubles;
    }

    private static Tally load(InetSocketAddress address, Visitors visitors) {
        try {
            return LoadLoop.run(address, CONNECTIONS, Schedule.closed(LOAD_MILLIS_MAX), visitors);
        } catch (IOException e) {
            throw new IllegalStateException("the load could not be run", e);
        }
    }

    /// Where the restarted server and the ledger disagree.
    private static List<String> contradictions(Api api, LedgerTruth ledger, List<UUID> events)
            throws IOException, InterruptedException {
        List<String> contradictions = new ArrayList<>();
        for (int event = 0; event < events.size(); event++) {
            if (!api.seatStatuses(events.get(event)).equals(ledger.statuses(event))) {
                contradictions.add("the server shows other seats than the ledger: event " + event);
            }
        }
        return contradictions;
    }

    /// Asks for what visitors have, as themselves and as somebody else.
    private List<String> askAgain(
            Api api, LedgerTruth ledger, List<UUID> events, List<Visit> journal)
            throws IOException, InterruptedException {
        List<String> contradictions = new ArrayList<>();
        UUID stranger = new UUID(chance.nextLong(), chance.nextLong());
        for (int i = 0; i < ASKED_AGAIN && !journal.isEmpty(); i++) {
            Visit visit = journal.get(chance.nextInt(journal.size()));
            UUID event = events.get(visit.event());
            int seat = visit.firstSeat();
            Truth.Place place = ledger.place(visit.event(), seat);
            if (!place.isOf(visit.user())) continue;
            String call = place.isHeldBy(visit.user()) ? "hold" : "reserve";
            int own = api.post(event, seat, visit.user(), call);
            int strange = api.hold(event, seat, stranger);
            if (own != 200 || strange != 409) {
                contradictions.add(
                        "%s: its owner is told %d, a stranger %d".formatted(visit, own, strange));
            }
        }
        return contradictions;
    }
}
