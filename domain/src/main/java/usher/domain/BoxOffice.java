package usher.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import usher.domain.blocking.Block;
import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.Blocking;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.catalog.ChangeListing;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListEvent;
import usher.domain.catalog.ListingChanged;
import usher.domain.event.ChangeEvent;
import usher.domain.event.ChangeStatus;
import usher.domain.event.ConfirmListing;
import usher.domain.event.EventChanged;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.event.EventState;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.ExpireHolds;
import usher.domain.holding.Hold;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.Holding;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.RefreshHolds;
import usher.domain.holding.ReleaseAllHolds;
import usher.domain.holding.ReleaseHolds;
import usher.domain.holding.SeatsHeld;
import usher.domain.seating.Seat;
import usher.domain.seating.SeatTable;
import usher.domain.seating.SeatsRestated;
import usher.domain.seating.States;
import usher.domain.selling.ReserveSeats;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.Selling;

/// Every seat and hold of one event, as one deterministic state machine.
///
/// This class says only who decides what; the rules are in [Holding], [Selling] and [Blocking], and
/// who has
/// what is in [SeatTable]. A decision writes down what it relies on in the same entry: the
/// definition of the event with the first fact, and the holds that ran out with the next.
public final class BoxOffice extends StateMachine {

    private final EventState event;
    private final SeatTable seats;
    private final Holding holding;
    private final Selling selling;
    private final Blocking blocking;

    public BoxOffice(EventDefinition definition) {
        event = new EventState(definition, undo);
        seats = new SeatTable(definition.totalSeats(), undo);
        holding = new Holding(event, seats);
        selling = new Selling(event, seats, holding);
        blocking = new Blocking(seats, undo);
    }

    @Override
    protected Decision judge(Command command) {
        return switch (command) {
            case HoldSeats c -> complete(c, holding.decide(c));
            case HoldBestSeats c -> complete(c, holding.decide(c));
            case RefreshHolds c -> complete(c, holding.decide(c));
            case ReleaseHolds c -> complete(c, holding.decide(c));
            case ReleaseAllHolds c -> complete(c, holding.decide(c));
            case ReserveSeats c -> complete(c, selling.decide(c));
            case BlockSeats c -> complete(c, blocking.decide(c));
            case UnblockSeats c -> complete(c, blocking.decide(c));
            case UnblockAllSeats c -> complete(c, blocking.decide(c));
            case ChangeEvent c -> complete(c, event.decide(c));
            case ChangeStatus c -> complete(c, event.decide(c));
            case ConfirmListing c -> complete(c, event.decide(c));
            case ExpireHolds c -> holding.decide(c);
            case ListEvent _, ChangeListing _ -> throw misdirected(command);
        };
    }

    @Override
    protected void fold(Fact fact) {
        if (!event.isOpened() && !(fact instanceof EventOpened)) {
            throw new CorruptHistory("the stream does not begin with its event: " + fact);
        }
        switch (fact) {
            case SeatsHeld f -> holding.apply(f);
            case HoldsRefreshed f -> holding.apply(f);
            case HoldsReleased f -> holding.apply(f);
            case HoldsExpired f -> holding.apply(f);
            case SeatsReserved f -> selling.apply(f);
            case SeatsBlocked f -> blocking.apply(f);
            case SeatsUnblocked f -> blocking.apply(f);
            case EventOpened f -> event.apply(f);
            case EventChanged f -> event.apply(f);
            case StatusChanged f -> event.apply(f);
            case ListingConfirmed f -> event.apply(f);
            case EventRestated f -> event.apply(f);
            case SeatsRestated f -> seats.apply(f);
            case KeysRestated _, EventListed _, ListingChanged _ -> throw misplaced(fact);
        }
    }

    @Override
    public Answer answer(Command command, List<Fact> made) {
        return switch (command) {
            case HoldSeats c -> new Answer.Holds(holding.holds(c.seats()));
            case HoldBestSeats _ -> new Answer.Holds(holding.holds(Holding.heldBy(made)));
            case RefreshHolds c -> new Answer.Holds(holding.holds(c.seats()));
            case ReserveSeats c -> new Answer.Seats(seats(c.seats()));
            case ReleaseHolds _, ReleaseAllHolds _, ExpireHolds _ -> new Answer.Done();
            case BlockSeats _, UnblockSeats _, UnblockAllSeats _ -> new Answer.Done();
            case ChangeEvent _, ChangeStatus _ ->
                    new Answer.Described(event.definition(), event.listing());
            case ConfirmListing _ -> new Answer.Done();
            case ListEvent _, ChangeListing _ -> throw misdirected(command);
        };
    }

    @Override
    public List<Seat> seatsAt(SeatSet wanted, long atMillis) {
        List<Seat> shown = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            int number = wanted.get(i);
            if (seats.has(number)) shown.add(seat(number).at(atMillis));
        }
        return shown;
    }

    SeatTable seats() {
        return seats;
    }

    Blocking blocking() {
        return blocking;
    }

    public EventState event() {
        return event;
    }

    /// Seat `number`, 1 to [EventDefinition#totalSeats], as of the last fact.
    public Seat seat(int number) {
        return new Seat(event.definition(), number, seats.get(number));
    }

    public boolean hasSeat(int number) {
        return seats.has(number);
    }

    /// What `user` holds at `atMillis`, by seat number.
    public List<Hold> holdsOf(UserId user, long atMillis) {
        return holding.holdsOf(user, atMillis);
    }

    /// What is kept off sale, by note.
    public List<Block> blocks() {
        return blocking.blocks();
    }

    /// The states of all seats, as a copy that stays as it is.
    public States states() {
        return seats.states(version(), event.definition().plan());
    }

    /// When the next hold runs out, in milliseconds since 1970; [Long#MAX_VALUE]: none will.
    public long expiryMillis() {
        return seats.earliestDeadline();
    }

    @Override
    public long deadlineMillis() {
        return Math.min(expiryMillis(), event.listingDueMillis());
    }

    @Override
    protected Supplier<List<Fact>> snapshot(Cause cause) {
        List<Fact> facts = new ArrayList<>(event.restate(cause));
        facts.addAll(blocking.restate());
        Supplier<List<Fact>> taken = seats.snapshot(cause);
        return () -> {
            facts.addAll(taken.get());
            return facts;
        };
    }

    @Override
    protected void addTo(StateHash hash) {
        event.addTo(hash);
        seats.addTo(hash);
        blocking.addTo(hash);
    }

    /// What is decided, with what it relies on written before it.
    private Decision complete(Command command, Decision decision) {
        if (!(decision instanceof Decision.Accepted(List<Fact> facts))) return decision;
        SeatSet due = seats.dueBy(command.atMillis());
        if (event.isOpened() && due.isEmpty()) return decision;
        Cause cause = command.cause().bySystem();
        List<Fact> complete = new ArrayList<>(facts.size() + 2);
        if (!event.isOpened()) complete.add(new EventOpened(cause, event.definition()));
        if (!due.isEmpty()) complete.add(new HoldsExpired(cause, due));
        complete.addAll(facts);
        return new Decision.Accepted(complete);
    }

    private List<Seat> seats(SeatSet numbers) {
        List<Seat> shown = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            shown.add(seat(numbers.get(i)));
        }
        return shown;
    }

    private static IllegalArgumentException misdirected(Command command) {
        return new IllegalArgumentException("not for a box office: " + command);
    }

    private static CorruptHistory misplaced(Fact fact) {
        return new CorruptHistory("not a fact of an event: " + fact);
    }
}
