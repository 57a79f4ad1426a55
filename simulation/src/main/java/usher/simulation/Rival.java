package usher.simulation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.StateMachine;
import usher.domain.UserId;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.ReleaseAllHolds;
import usher.ledger.Append;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// A writer that knows every stream's end, and so is always first: it makes conflicts where there
/// would be none.
final class Rival {

    private static final UserId SELF = new UserId(new UUID(0, 999));

    private final World world;
    private final Chance chance;
    private int asks;

    Rival(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /// Appends something to `stream`, with this probability.
    void mayBeFirst(StreamId stream, double probability) {
        if (!chance.happens(probability) || stream.isCatalog()) return;
        History history = world.judge().history(stream);
        Asked asked = new Asked("rival-" + ++asks, SELF, stream, wish(history.head()), null);
        Command command = asked.command(Math.max(now(), history.head().latestMillis()));
        if (!(history.head().decide(command) instanceof Decision.Accepted(List<Fact> facts)))
            return;
        world.judge().expect(asked);
        StateMachine after = history.at(history.version());
        facts.forEach(after::apply);
        Position follows = world.disk().heads().of(stream);
        long deadline = after.deadlineMillis();
        long id = chance.bits() | 1;
        world.append(new Append(stream, follows, id, facts, List.of(), deadline, Long.MAX_VALUE));
    }

    private Function<Cause, Command> wish(StateMachine state) {
        int seats = ((BoxOffice) state).event().definition().totalSeats();
        int seat = 1 + chance.below(seats);
        return chance.happens(0.5)
                ? ReleaseAllHolds::new
                : cause -> new HoldSeats(cause, SeatSet.of(seat), 1);
    }

    private long now() {
        return world.time().millis();
    }
}
