package usher.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import usher.domain.blocking.Block;
import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.Blocking;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.catalog.AddVenue;
import usher.domain.catalog.ChangeListing;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListEvent;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
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
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingDesk;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingFacts;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingRestated;
import usher.domain.selling.Bookings;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.CancelBooking;
import usher.domain.selling.CheckIn;
import usher.domain.selling.CheckInTicket;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.PayBooking;
import usher.domain.selling.PaymentDesk;
import usher.domain.selling.PaymentFacts;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.ReportPayment;
import usher.domain.selling.ReserveSeats;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.Selling;
import usher.domain.selling.StartPayment;
import usher.domain.selling.TicketCheckedIn;

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
    private final Bookings bookings;
    private final BookingDesk desk;
    private final BookingFacts booking;
    private final PaymentDesk payments;
    private final PaymentFacts payment;
    private final Blocking blocking;

    public BoxOffice(EventDefinition definition) {
        event = new EventState(definition, undo);
        seats = new SeatTable(definition.totalSeats(), undo);
        bookings = new Bookings(undo);
        holding = new Holding(event, seats, bookings::isPending);
        selling = new Selling(event, seats, holding, bookings);
        desk = new BookingDesk(event, seats, holding, bookings);
        booking = new BookingFacts(seats, bookings);
        payments = new PaymentDesk(event, seats, holding, bookings);
        payment = new PaymentFacts(seats, bookings);
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
            case MakeBooking c -> complete(c, desk.decide(c));
            case PayBooking c -> complete(c, payments.decide(c));
            case StartPayment c -> complete(c, payments.decide(c));
            case ReportPayment c -> complete(c, payments.decide(c));
            case CancelBooking c -> complete(c, desk.decide(c));
            case CheckInTicket c -> complete(c, desk.decide(c));
            case ExpireHolds c -> expire(c);
            case ListEvent _, ChangeListing _, AddVenue _ -> throw misdirected(command);
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
            case BookingMade f -> booking.apply(f);
            case PaymentStarted f -> payment.apply(f);
            case PaymentOpened f -> payment.apply(f);
            case PaymentSucceeded f -> payment.apply(f);
            case PaymentFailed f -> payment.apply(f);
            case PaymentRefunded f -> payment.apply(f);
            case BookingConfirmed f -> booking.apply(f);
            case BookingEnded f -> booking.apply(f);
            case BookingsExpired f -> booking.apply(f);
            case TicketCheckedIn f -> booking.apply(f);
            case BookingRestated f -> booking.apply(f);
            case SeatsBlocked f -> blocking.apply(f);
            case SeatsUnblocked f -> blocking.apply(f);
            case EventOpened f -> event.apply(f);
            case EventChanged f -> event.apply(f);
            case StatusChanged f -> apply(f);
            case ListingConfirmed f -> event.apply(f);
            case EventRestated f -> event.apply(f);
            case SeatsRestated f -> seats.apply(f);
            case KeysRestated _, EventListed _ -> throw misplaced(fact);
            case ListingChanged _, VenueAdded _ -> throw misplaced(fact);
        }
    }

    @Override
    public Answer answer(Command command, List<Fact> made) {
        return switch (command) {
            case HoldSeats c -> new Answer.Holds(holding.holds(c.seats()));
            case HoldBestSeats _ -> new Answer.Holds(holding.holds(Holding.heldBy(made)));
            case RefreshHolds c -> new Answer.Holds(holding.holds(c.seats()));
            case ReserveSeats c -> new Answer.Seats(seats(c.seats()));
            case MakeBooking c -> booked(BookingDesk.bookingIn(made, c.booking()), c.atMillis());
            case PayBooking c -> booked(c.booking(), c.atMillis());
            case StartPayment c -> booked(c.booking(), c.atMillis());
            case ReportPayment c -> booked(c.booking(), c.atMillis());
            case CancelBooking c -> booked(c.booking(), c.atMillis());
            case CheckInTicket c -> checkedIn(c, !made.isEmpty());
            case ReleaseHolds _, ReleaseAllHolds _, ExpireHolds _ -> new Answer.Done();
            case BlockSeats _, UnblockSeats _, UnblockAllSeats _ -> new Answer.Done();
            case ChangeEvent _, ChangeStatus _ ->
                    new Answer.Described(event.definition(), event.listing());
            case ConfirmListing _ -> new Answer.Done();
            case ListEvent _, ChangeListing _, AddVenue _ -> throw misdirected(command);
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

    /// Every booking, as of the last fact.
    public Bookings bookings() {
        return bookings;
    }

    SeatTable seats() {
        return seats;
    }

    BookingDesk desk() {
        return desk;
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
        return Math.min(alarmMillis(), bookings.errandDueMillis());
    }

    @Override
    public long alarmMillis() {
        return Math.min(expiryMillis(), event.listingDueMillis());
    }

    @Override
    protected Supplier<List<Fact>> snapshot(Cause cause) {
        List<Fact> facts = new ArrayList<>(event.restate(cause));
        facts.addAll(blocking.restate());
        facts.addAll(bookings.restate(cause));
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
        bookings.addTo(hash);
    }

    /// What is decided, with what it relies on written before it.
    private Decision complete(Command command, Decision decision) {
        if (!(decision instanceof Decision.Accepted(List<Fact> facts))) return decision;
        List<Fact> lapses = lapses(command);
        if (event.isOpened() && lapses.isEmpty()) return decision;
        List<Fact> complete = new ArrayList<>(facts.size() + 3);
        if (!event.isOpened()) {
            complete.add(new EventOpened(command.cause().bySystem(), event.definition()));
        }
        complete.addAll(lapses);
        complete.addAll(facts);
        return new Decision.Accepted(complete);
    }

    private Decision expire(ExpireHolds c) {
        List<Fact> lapses = lapses(c);
        return lapses.isEmpty() ? Decision.unchanged() : new Decision.Accepted(lapses);
    }

    /// What is over by the time of `command` and not written down as such: bookings, and holds that
    /// belong to none.
    private List<Fact> lapses(Command command) {
        if (command.atMillis() < seats.earliestDeadline()) return List.of();
        Cause cause = command.cause().bySystem();
        List<Fact> lapses = new ArrayList<>(2);
        SeatSet due = seats.dueBy(command.atMillis()).where(seat -> !bookings.isPending(seat));
        if (!due.isEmpty()) lapses.add(new HoldsExpired(cause, due));
        List<BookingId> over = bookings.overBy(command.atMillis());
        if (!over.isEmpty()) lapses.add(new BookingsExpired(cause, over));
        return lapses;
    }

    private void apply(StatusChanged f) {
        event.apply(f);
        if (event.isCancelled()) booking.callOff(f.cause());
    }

    private Answer booked(BookingId id, long atMillis) {
        return new Answer.Booked(event.definition(), bookings.known(id).at(atMillis));
    }

    private Answer checkedIn(CheckInTicket c, boolean isFirst) {
        CheckIn checkIn = Objects.requireNonNull(bookings.known(c.booking()).checkIn(c.seat()));
        return new Answer.CheckedIn(seat(c.seat()), checkIn, isFirst);
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
