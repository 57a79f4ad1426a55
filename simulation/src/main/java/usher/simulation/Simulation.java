package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import usher.engine.Result;
import usher.ledger.Heads.Head;
import usher.ledger.StreamId;

/// One run: a world is made from a seed, storms pass over it, the weather calms down, the clients
/// go home, and whatever was asked must be answered and be true on every node.
final class Simulation {

    private static final long LOOK_NANOS = 3 * VirtualTime.SECONDS;

    private final World world;
    private int seen;

    private Simulation(long seed, Seams seams) {
        this.world = new World(new Chance(seed), seams);
    }

    /// Plays the history of `seed`.
    static Verdict run(long seed, Seams seams) {
        Simulation simulation = new Simulation(seed, seams);
        BrokenPromise broken = null;
        try {
            simulation.play();
        } catch (BrokenPromise found) {
            broken = found;
        }
        World world = simulation.world;
        world.totals().ended(world.time().nanos());
        return new Verdict(
                seed, world.trace().digest(), broken, world.trace().tail(), world.totals());
    }

    private void play() {
        long calm = world.scenario().stormsNanos();
        long evening = calm + Scenario.AFTERNOON_NANOS;
        world.nodes().forEach(Node::begin);
        world.users().forEach(user -> user.liveUntil(evening));
        world.sky().changeUntil(calm);
        world.time().runUntil(evening + Scenario.EVENING_NANOS);
        everythingIsAnswered();
        everyNodeAgrees();
    }

    private void everythingIsAnswered() {
        for (Node node : world.nodes()) {
            Life life = node.life();
            unless(life != null, "a node does not start again");
            if (life == null) return;
            Asked forgotten = life.unanswered();
            unless(forgotten == null, "%s never answers %s", life, forgotten);
        }
    }

    /// Every node has the state that the ledger's entries fold to.
    private void everyNodeAgrees() {
        int expected = 0;
        for (Head head : world.disk().heads().scan(null, Integer.MAX_VALUE)) {
            StreamId stream = head.stream();
            long right = world.judge().history(stream).replayed().stateHash();
            for (Node node : world.nodes()) {
                Life life = node.life();
                if (life == null) continue;
                expected++;
                life.hash(stream, hash -> agree(life, stream, hash, right), why -> fail(why));
            }
        }
        world.time().runUntil(world.time().nanos() + LOOK_NANOS);
        unless(seen == expected, "%d of %d states could be read", seen, expected);
    }

    private void agree(Life life, StreamId stream, long hash, long right) {
        seen++;
        world.trace().note(life + " has " + Trace.name(stream) + " as " + hash);
        unless(hash == right, "%s has another state of %s than its entries fold to", life, stream);
    }

    private static void fail(Result why) {
        throw new BrokenPromise("a state cannot be read: " + why);
    }
}
