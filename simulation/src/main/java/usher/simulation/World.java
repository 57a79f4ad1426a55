package usher.simulation;

import java.util.ArrayList;
import java.util.List;
import usher.ledger.Append;
import usher.ledger.InMemoryLedger;
import usher.ledger.Outcome;
import usher.ledger.StreamId;

/// Everything that exists in one run, and who is who in it.
final class World {

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
    private final List<Node> nodes = new ArrayList<>();
    private final List<User> users = new ArrayList<>();

    World(Chance chance, Seams seams) {
        this.seams = seams;
        scenario = Scenario.draw(chance.split());
        sky = new Sky(time, chance.split(), trace);
        judge = new Judge(this);
        answers = new Answers(this, judge);
        disk = new InMemoryLedger(time);
        rival = new Rival(this, chance.split());
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

    List<Node> nodes() {
        return nodes;
    }

    List<User> users() {
        return users;
    }

    /// Whether some node has been serving all the time from `nanos` until now.
    boolean isServedSince(long nanos) {
        for (Node node : nodes) {
            if (node.isServingSince(nanos)) return true;
        }
        return false;
    }

    /// Whether `life` has been serving all the time from `nanos` until now.
    boolean isServedBy(Life life, long nanos) {
        for (Node node : nodes) {
            if (node.life() == life) return node.isServingSince(nanos);
        }
        return false;
    }
}
