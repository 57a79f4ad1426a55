package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import java.util.List;
import usher.domain.StateMachine;
import usher.engine.Result;
import usher.ledger.Heads.Head;

/// One run: a world is made from a seed, storms pass over it, the weather calms down, the clients
/// go home, and whatever was asked must be answered and be true on every node.
final class Simulation {

    /// How long a node may not know of an entry if no signal told it.
    private static final long LAG_NANOS = 2 * VirtualTime.SECONDS;

    /// The longest time to pay, the time to settle, and a few tries.
    private static final long MONEY_NANOS_MAX = 10 * 60 * VirtualTime.SECONDS;

    /// A lease, and a few tries.
    private static final long RELAY_NANOS_MAX = 60 * VirtualTime.SECONDS;

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
        long evening = calm + world.scenario().afternoonNanos();
        world.nodes().forEach(Node::begin);
        world.users().forEach(user -> user.liveUntil(evening));
        world.sky().changeUntil(calm);
        world.time().at(evening, () -> world.nodes().forEach(Node::mayCrash));
        long night = evening + Scenario.EVENING_NANOS;
        world.time().runUntil(night);
        everythingIsAnswered();
        untilTheMoneyIsSettled(night + MONEY_NANOS_MAX);
        untilEverythingIsRelayed();
        List<Head> heads = world.disk().heads().scan(null, Integer.MAX_VALUE);
        world.time().runUntil(world.time().nanos() + LAG_NANOS);
        world.judge().theListIsUpToDate();
        world.judge().everybodyHasPlacesOrMoney();
        everyNodeAgrees(heads);
    }

    /// Nobody asks for anything any more, but what was begun to be paid is paid, or is not.
    private void untilTheMoneyIsSettled(long endNanos) {
        while (world.judge().isMoneyUnderWay() && world.time().nanos() < endNanos) {
            world.time().runUntil(world.time().nanos() + LAG_NANOS);
        }
    }

    /// The lease of a node that died runs out, and somebody else goes on.
    private void untilEverythingIsRelayed() {
        long endNanos = world.time().nanos() + RELAY_NANOS_MAX;
        while (!world.subscriber().isUpToDate() && world.time().nanos() < endNanos) {
            world.time().runUntil(world.time().nanos() + LAG_NANOS);
        }
        unless(world.subscriber().isUpToDate(), "not everything is relayed");
    }

    private void everythingIsAnswered() {
        for (Node node : world.nodes()) {
            Life life = node.life();
            unless(life != null, "a node does not start again");
            if (life == null) return;
            Asked forgotten = life.unanswered();
            unless(!node.isStopping(), "%s never comes to its end", life);
            unless(forgotten == null, "%s never answers %s", life, forgotten);
        }
    }

    /// Every node has the state that the ledger's entries fold to, at least as far as `heads`.
    private void everyNodeAgrees(List<Head> heads) {
        int expected = 0;
        for (Head head : heads) {
            for (Node node : world.nodes()) {
                Life life = node.life();
                if (life == null) continue;
                expected++;
                life.look(head.stream(), state -> agree(life, head, state), Simulation::fail);
            }
        }
        world.time().runUntil(world.time().nanos() + LOOK_NANOS);
        unless(seen == expected, "%d of %d states could be read", seen, expected);
    }

    private void agree(Life life, Head head, StateMachine state) {
        seen++;
        String name = Brief.of(head.stream());
        unless(
                state.version() >= head.position().version(),
                "%s has only %d entries of %s",
                life,
                state.version(),
                name);
        History history = world.judge().history(head.stream());
        long right = history.replayed(state.version()).stateHash();
        unless(
                state.stateHash() == right,
                "%s has another state of %s than its entries fold to",
                life,
                name);
        world.trace().note("%s has %s as %d".formatted(life, name, right));
    }

    private static void fail(Result why) {
        throw new BrokenPromise("a state cannot be read: " + why);
    }
}
