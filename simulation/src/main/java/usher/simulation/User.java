package usher.simulation;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.IdempotencyKey;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.holding.Hold;
import usher.domain.seating.Seat;
import usher.engine.Result;
import usher.ledger.StreamId;

/// A client: wants something, asks any node for it, waits, loses patience, asks again, gets what he
/// wanted or does not, and wants something else.
final class User {

    private static final long PATIENCE_NANOS_MAX = 4 * VirtualTime.SECONDS;
    private static final int TRIES_MAX = 4;

    private final World world;
    private final UserId id;
    private final Chance chance;
    private final Wishes wishes;
    private final Map<StreamId, NavigableSet<Integer>> held = new TreeMap<>();
    private int asks;
    private int keys;
    private int turn;

    User(World world, int number, Chance chance) {
        this.world = world;
        this.id = new UserId(new UUID(0, number));
        this.chance = chance;
        this.wishes = new Wishes(world, id, chance.split());
    }

    /// Asks this and that until `endNanos`.
    void liveUntil(long endNanos) {
        turn++;
        if (world.time().nanos() >= endNanos) return;
        long thinks = chance.around(world.scenario().thinkNanos());
        world.time().in(1 + thinks, () -> act(endNanos));
    }

    private void act(long endNanos) {
        EventDefinition event = wishes.anyEvent();
        boolean needsEvents = world.judge().listed().size() < world.scenario().events();
        if (event == null || chance.happens(needsEvents ? 0.3 : 0.02)) {
            pursue(chance.happens(0.2) ? wishes.newVenue() : wishes.newEvent(), endNanos);
        } else if (chance.happens(0.05)) {
            pursue(wishes.premature(), endNanos);
        } else if (chance.happens(0.1)) {
            anyNode().show(StreamId.of(event.id()));
            liveUntil(endNanos);
        } else {
            pursue(wishes.about(event, heldAt(StreamId.of(event.id()))), endNanos);
        }
    }

    private void pursue(Wish wish, long endNanos) {
        IdempotencyKey once = chance.happens(0.5) ? key(wish) : null;
        attempt(wish, once, TRIES_MAX, endNanos);
        if (once != null && chance.happens(0.1)) ask(wish, once, _ -> {});
        if (once != null && chance.happens(0.1)) {
            world.time()
                    .in(
                            chance.around(5 * VirtualTime.SECONDS),
                            () -> {
                                if (world.time().nanos() < endNanos) ask(wish, once, _ -> {});
                            });
        }
    }

    /// One ask of several for `wish`; the next follows if this one ends in doubt or not at all.
    private void attempt(Wish wish, @Nullable IdempotencyKey once, int triesLeft, long endNanos) {
        int mine = ++turn;
        ask(
                wish,
                once,
                result -> {
                    if (mine == turn) answered(wish, once, triesLeft, endNanos, result);
                });
        world.time()
                .in(
                        chance.between(VirtualTime.MILLIS, PATIENCE_NANOS_MAX),
                        () -> {
                            if (mine == turn) goOn(wish, once, triesLeft, endNanos);
                        });
    }

    private void answered(
            Wish wish, @Nullable IdempotencyKey once, int triesLeft, long endNanos, Result result) {
        switch (result) {
            case Result.Done(Answer answer) -> {
                remember(wish.stream(), answer);
                liveUntil(endNanos);
            }
            case Result.Refused _, Result.EventNotFound _ -> liveUntil(endNanos);
            case Result.Overloaded _, Result.Unavailable _ -> goOn(wish, once, triesLeft, endNanos);
        }
    }

    private void goOn(Wish wish, @Nullable IdempotencyKey once, int triesLeft, long endNanos) {
        boolean again = triesLeft > 1 && (once != null || chance.happens(0.3));
        if (again && world.time().nanos() < endNanos) {
            attempt(wish, once, triesLeft - 1, endNanos);
        } else {
            liveUntil(endNanos);
        }
    }

    private void ask(Wish wish, @Nullable IdempotencyKey once, Told told) {
        String request = "u" + id.value().getLeastSignificantBits() + "-" + ++asks;
        Asked asked = new Asked(request, id, wish.stream(), wish.asking().get(), once);
        Node node = anyNode();
        long onTheWay = chance.around(VirtualTime.MILLIS);
        world.time().in(onTheWay, () -> node.submit(asked, wish.urgent(), told::hears));
    }

    /// Hears the answer to one ask.
    private interface Told {
        void hears(Result result);
    }

    private IdempotencyKey key(Wish wish) {
        boolean isMistake = keys > 0 && chance.happens(0.03);
        int number = isMistake ? keys : ++keys;
        return new IdempotencyKey(id.value().getLeastSignificantBits(), number, wish.body());
    }

    private void remember(StreamId stream, Answer answer) {
        switch (answer) {
            case Answer.Holds(var holds) -> {
                for (Hold hold : holds) heldAt(stream).add(hold.seat());
            }
            case Answer.Seats(var seats) -> {
                for (Seat seat : seats) heldAt(stream).remove(seat.number());
            }
            case Answer.Listed _, Answer.Added _, Answer.Described _ -> {}
            case Answer.Booked _, Answer.CheckedIn _ -> {}
            case Answer.Done _ -> {
                if (chance.happens(0.5)) heldAt(stream).clear();
            }
        }
    }

    private NavigableSet<Integer> heldAt(StreamId stream) {
        return held.computeIfAbsent(stream, _ -> new TreeSet<>());
    }

    private Node anyNode() {
        return chance.oneOf(world.nodes());
    }
}
