package usher.simulation;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.engine.Ask;
import usher.engine.Result;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;

/// A machine that serves: its process starts, stands still, dies at any moment, and starts again.
final class Node {

    private static final long RESTART_NANOS_MAX = 3 * VirtualTime.SECONDS;
    private static final long PAUSE_NANOS_MAX = 6 * VirtualTime.SECONDS;
    private static final long CUT_NANOS_MAX = 4 * VirtualTime.SECONDS;
    private static final long JUMP_NANOS_MAX = 3 * VirtualTime.SECONDS;
    private static final long JUMP_MILLIS_MAX = 2_000;
    private static final long FAULT_NANOS = VirtualTime.SECONDS / 2;

    private final World world;
    private final int number;
    private final Chance chance;
    private @Nullable Life life;
    private @Nullable Life stopping;
    private int lives;
    private long servingSinceNanos = Long.MAX_VALUE;

    Node(World world, int number, Chance chance) {
        this.world = world;
        this.number = number;
        this.chance = chance;
    }

    /// Starts for the first time, and lets the weather tell from then on.
    void begin() {
        boot();
        world.time().in(FAULT_NANOS, this::suffer);
    }

    /// The process that lives now; null if there is none.
    @Nullable Life life() {
        return life;
    }

    void submit(Asked what, boolean urgent, Consumer<Result> told) {
        if (life != null) life.submit(what, urgent, told);
    }

    void report(StreamId stream, Ask news) {
        if (life != null) life.report(stream, news);
    }

    void show(StreamId stream) {
        if (life != null) life.show(stream);
    }

    void signal(StreamId stream) {
        if (life != null) life.signal(stream);
    }

    /// Whether this has been up and running from `nanos` until now.
    boolean isServingSince(long nanos) {
        return life != null && life.isMoving() && servingSinceNanos <= nanos;
    }

    private void boot() {
        String name = "node" + number + (char) ('a' + lives++ % 26);
        Life next = new Life(name, world, chance.split(), () -> crash(name));
        try {
            next.start();
        } catch (LedgerException unreadable) {
            next.kill();
            world.time().in(chance.between(1, RESTART_NANOS_MAX), this::boot);
            return;
        }
        life = next;
        servingSinceNanos = world.time().nanos();
        world.trace().note(name + " starts");
    }

    private void suffer() {
        Weather weather = world.sky().now();
        if (comesNow(weather.crashEveryNanos())) {
            if (life != null) end(life);
        } else if (comesNow(weather.pauseEveryNanos())) {
            pause();
        } else if (comesNow(weather.cutEveryNanos())) {
            cutOff();
        } else if (comesNow(weather.jumpEveryNanos())) {
            jump();
        }
        world.time().in(FAULT_NANOS / 2 + chance.around(FAULT_NANOS / 2), this::suffer);
    }

    private boolean comesNow(long everyNanos) {
        return everyNanos > 0 && chance.happens((double) FAULT_NANOS / everyNanos);
    }

    /// Dies, or does not: so that in the evening somebody else must do what is due.
    void mayCrash() {
        if (life != null && chance.happens(0.5)) crash(life.toString());
    }

    private void end(Life ending) {
        if (chance.happens(0.2) && ending.isMoving()) {
            stop(ending);
        } else {
            crash(ending.toString());
        }
    }

    /// Kills the process `name`, if it is still that which lives here.
    private void crash(String name) {
        if (life == null || !life.toString().equals(name)) return;
        world.trace().note(name + " crashes");
        world.totals().crashed();
        life.kill();
        life = null;
        world.time().in(chance.between(1, RESTART_NANOS_MAX), this::boot);
    }

    /// Whether this was told to stop, and did not come to an end yet.
    boolean isStopping() {
        return life != null && life == stopping;
    }

    private void stop(Life ending) {
        if (ending == stopping) return;
        stopping = ending;
        world.trace().note(ending + " stops");
        ending.stop().thenRun(() -> world.time().in(0, () -> stopped(ending)));
    }

    private void stopped(Life ending) {
        BrokenPromise.unless(
                ending.unanswered() == null,
                "%s stopped and did not answer %s",
                ending,
                ending.unanswered());
        crash(ending.toString());
    }

    private void pause() {
        Life paused = life;
        if (paused == null || !paused.isMoving()) return;
        world.trace().note(paused + " stands still");
        world.totals().paused();
        servingSinceNanos = Long.MAX_VALUE;
        paused.pause();
        world.time()
                .in(
                        chance.between(1, PAUSE_NANOS_MAX),
                        () -> {
                            if (paused == life) servingSinceNanos = world.time().nanos();
                            world.trace().note(paused + " goes on");
                            paused.resume();
                        });
    }

    /// The ledger's clock seems to jump, and back again.
    private void jump() {
        Life misled = life;
        if (misled == null || !world.scenario().shared()) return;
        long nanos = chance.between(1, JUMP_NANOS_MAX);
        long millis = chance.between(-JUMP_MILLIS_MAX, JUMP_MILLIS_MAX);
        world.trace().note("%s is wrong about the time by %d ms".formatted(misled, millis));
        world.totals().jumped();
        servingSinceNanos = Math.max(servingSinceNanos, world.time().nanos() + nanos);
        misled.misleadFor(nanos, millis);
    }

    private void cutOff() {
        Life cut = life;
        if (cut == null || !cut.isMoving()) return;
        long nanos = chance.between(1, CUT_NANOS_MAX);
        world.trace().note(cut + " is cut off");
        servingSinceNanos = Math.max(servingSinceNanos, world.time().nanos() + nanos);
        cut.cutFor(nanos);
    }
}
