package usher.simulation;

import java.util.ArrayList;
import java.util.List;
import usher.domain.EventId;
import usher.ledger.Append;
import usher.ledger.InMemoryLedger;
import usher.ledger.Outcome;
import usher.ledger.StreamId;

/// Everything that exists in one run, and who is who in it.
final class World {

    /// For how long a fault may still be felt after it is over.
    private static final long AFTERMATH_NANOS = 6 * VirtualTime.SECONDS;

    private final Scenario scenario;
    private final Seams seams;
    private final VirtualTime time = new VirtualTime();
    private final Trace trace = new Trace(time);
    private final Totals totals = new Totals();
    private final Sky sky;
    private final Judge judge;
    private final Answers answers;
    private final InMemoryLedger disk;
    private final Rival rival;
    private final Bank bank;
    private final Subscriber subscriber = new Subscriber(this);
    private final List<Node> nodes = new ArrayList<>();
    private final List<User> users = new ArrayList<>();
    private final List<EventId> rumours = new ArrayList<>();

    World(Chance chance, Seams seams) {
        this.seams = seams;
        scenario = Scenario.draw(chance.split());
        sky = new Sky(time, chance.split(), trace);
        judge = new Judge(this);
        answers = new Answers(this, judge);
        disk = new InMemoryLedger(time);
        rival = new Rival(this, chance.split());
        bank = new Bank(this, chance.split());
        for (int i = 1; i <= scenario.nodes(); i++) {
            nodes.add(new Node(this, i, chance.split()));
        }
        for (int i = 1; i <= scenario.users(); i++) {
            users.add(new User(this, i, chance.split()));
        }
        trace.note(scenario.toString());
    }

    /// Appends to the ledger: the judge reads what is durable now, and all nodes are told.
    Outcome append(Append append) {
        Outcome outcome = disk.append(List.of(append)).toCompletableFuture().join().getFirst();
        if (outcome instanceof Outcome.Appended && !append.isCheck()) {
            StreamId stream = append.stream();
            judge.durable(disk.read(stream, append.follows().version(), 1).getFirst());
            nodes.forEach(node -> node.signal(stream));
        }
        return outcome;
    }

    Scenario scenario() {
        return scenario;
    }

    Seams seams() {
        return seams;
    }

    VirtualTime time() {
        return time;
    }

    Trace trace() {
        return trace;
    }

    Totals totals() {
        return totals;
    }

    Sky sky() {
        return sky;
    }

    Judge judge() {
        return judge;
    }

    Answers answers() {
        return answers;
    }

    /// What is durable. It never fails: what goes wrong goes wrong on the way, in [Connection].
    InMemoryLedger disk() {
        return disk;
    }

    Rival rival() {
        return rival;
    }

    Bank bank() {
        return bank;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    List<Node> nodes() {
        return nodes;
    }

    /// The ids of events that somebody asked to be listed, whatever came of it.
    List<EventId> rumours() {
        return rumours;
    }

    List<User> users() {
        return users;
    }

    /// Whether all was well, and had been for a while, from `nanos` until now, for some node at
    /// least.
    boolean isFineSince(long nanos) {
        return nodes.stream().anyMatch(node -> isFineSince(nanos, node));
    }

    /// Whether all was well, and had been for a while, from `nanos` until now, for `life`.
    boolean isFineSince(long nanos, Life life) {
        return nodes.stream().anyMatch(node -> node.life() == life && isFineSince(nanos, node));
    }

    private boolean isFineSince(long nanos, Node node) {
        long since = Math.max(0, nanos - AFTERMATH_NANOS);
        return sky.isCalmSince(since) && node.isServingSince(since);
    }
}
