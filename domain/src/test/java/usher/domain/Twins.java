package usher.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import usher.domain.event.Listing;
import usher.domain.holding.Hold;

/// A [BoxOffice] and its [SlowBoxOffice], who are asked the same and must not be told apart.
///
/// They live as in the engine: batches that are kept or taken back, now and then a restart from a
/// snapshot.
final class Twins {

    private final SplittableRandom random;
    private final RandomCommands commands;
    private final List<List<Fact>> history = new ArrayList<>();
    private BoxOffice fast;
    private SlowBoxOffice slow;

    Twins(SplittableRandom random, RandomCommands commands) {
        this.random = random;
        this.commands = commands;
        this.fast = new BoxOffice(commands.event());
        this.slow = new SlowBoxOffice(commands.event());
        fast.beginTentative();
    }

    /// Asks for `count` commands and tells `seen` of every decision.
    void ask(int count, Seen seen) {
        for (int asked = 0; asked < count; ) {
            int size = Math.min(random.nextInt(1, 9), count - asked);
            batch(size, seen);
            asked += size;
        }
        assertEquals(fast.stateHash(), replayed().stateHash());
        Invariants.checkDurable(fast);
    }

    /// Insists that each seat, and everything else that can be seen, is the same.
    void compare() {
        assertEquals(slow.version, fast.version());
        assertEquals(slow.latest, fast.latestMillis());
        assertEquals(slow.deadline(), fast.deadlineMillis());
        assertEquals(slow.blocks(), fast.blocks());
        assertEquals(
                new Listing(slow.details, slow.status, slow.revision, slow.changedAt),
                fast.event().listing());
        assertEquals(List.copyOf(slow.bookings.all.values()), fast.bookings().all());
        for (int number = 1; number <= fast.event().definition().totalSeats(); number++) {
            assertEquals(slow.record(number), fast.seat(number).record());
        }
        for (Person person : commands.people()) {
            UserId user = person.user();
            List<Hold> holds = fast.holdsOf(user, slow.latest);
            int[] numbers = holds.stream().mapToInt(Hold::seat).toArray();
            assertArrayEquals(slow.heldBy(user, slow.latest).toArray(), numbers);
        }
    }

    private void batch(int size, Seen seen) {
        long before = fast.stateHash();
        SlowBoxOffice slowBefore = slow.copy();
        List<Fact> entry = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entry.addAll(decide(commands.next(fast), seen));
        }
        if (!entry.isEmpty()) {
            fast.closeEntry();
            slow.version++;
        }
        if (random.nextInt(4) == 0) {
            fast.rollback();
            slow = slowBefore;
            assertEquals(before, fast.stateHash());
        } else {
            fast.commit();
            if (!entry.isEmpty()) history.add(entry);
        }
        if (random.nextInt(20) == 0) compare();
        if (random.nextInt(200) == 0) restart();
    }

    private List<Fact> decide(Command command, Seen seen) {
        Decision decision = fast.decide(command);
        assertEquals(slow.decide(command), decision);
        seen.count(command, decision);
        if (!(decision instanceof Decision.Accepted(List<Fact> facts))) return List.of();
        for (Fact fact : facts) {
            fast.apply(fact);
            slow.apply(fact);
        }
        return facts;
    }

    /// Goes on with a box office that knows the snapshot only.
    private void restart() {
        Invariants.checkDurable(fast);
        BoxOffice restarted = new BoxOffice(commands.event());
        restarted.restore(fast.version(), fast.restate());
        assertEquals(fast.stateHash(), restarted.stateHash());
        fast = restarted;
        fast.beginTentative();
    }

    /// Everything that was kept, as a node would read it that starts now.
    private BoxOffice replayed() {
        BoxOffice replayed = new BoxOffice(commands.event());
        for (List<Fact> entry : history) {
            entry.forEach(replayed::apply);
            replayed.closeEntry();
        }
        return replayed;
    }
}
