package usher.domain.selling;

import static usher.domain.Decision.accepted;
import static usher.domain.Decision.refused;
import static usher.domain.Decision.unchanged;
import static usher.domain.Refusal.ACCESS_CODE_REQUIRED;
import static usher.domain.Refusal.ALREADY_PAID;
import static usher.domain.Refusal.BOOKING_MISMATCH;
import static usher.domain.Refusal.BOOKING_NOT_FOUND;
import static usher.domain.Refusal.EVENT_NOT_ON_SALE;
import static usher.domain.Refusal.NOT_ENOUGH_SEATS;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Refusal.TICKET_NOT_VALID;
import static usher.domain.Refusal.TIER_NOT_FOUND;
import static usher.domain.Refusal.WRONG_ACCESS_CODE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.choosing.BestPlaces;
import usher.domain.event.EventState;
import usher.domain.holding.Holding;
import usher.domain.plan.Money;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatTable;

/// The rules of bookings, in the order in which callers see them broken.
///
/// While a booking waits for its money its places are held seats, whose hold ends with it: so
/// every rule about free seats holds without knowing bookings.
public final class BookingDesk {

    private static final long MINUTE_MILLIS = 60_000;

    private final EventState event;
    private final SeatTable seats;
    private final Holding holding;
    private final Bookings bookings;
    private final Plan plan;
    private final AccessCodes codes;

    public BookingDesk(EventState event, SeatTable seats, Holding holding, Bookings bookings) {
        this.event = event;
        this.seats = seats;
        this.holding = holding;
        this.bookings = bookings;
        this.plan = event.definition().plan();
        this.codes = event.definition().codes();
    }

    public Decision decide(MakeBooking c) {
        Booking known = bookings.find(c.booking());
        if (known != null) return isSame(known, c) ? unchanged() : refused(BOOKING_MISMATCH);
        long at = c.atMillis();
        AccessCode code = codes.find(c.code());
        if (c.code() != null && code == null) return refused(WRONG_ACCESS_CODE);
        if (!isOnSale(c, code)) return refused(EVENT_NOT_ON_SALE);
        SeatSet absent = seats.absentAmong(c.seats());
        if (!absent.isEmpty()) return refused(SEAT_NOT_FOUND, absent);
        int quantity = 0;
        for (Tickets tickets : c.tickets()) {
            if (plan.tier(tickets.tier()) == null) return refused(TIER_NOT_FOUND);
            quantity += tickets.quantity();
        }
        for (Tickets tickets : c.tickets()) {
            boolean isOpen = codes.opens(plan.tier(tickets.tier()), code);
            if (!isOpen) return refused(ACCESS_CODE_REQUIRED);
        }
        Decision.Refused tooMany = holding.whyTooMany(c.user(), quantity, at);
        if (tooMany != null) return tooMany;
        SeatSet chosen = choose(c.tickets(), code, at);
        if (chosen == null) return refused(NOT_ENOUGH_SEATS);
        Decision.Refused notHis = holding.whyNotHolder(c.user(), c.seats(), at);
        if (notHis != null) return notHis;
        return made(c, c.seats().and(chosen));
    }

    public Decision decide(CancelBooking c) {
        Booking booking = bookings.find(c.booking());
        boolean isHis = booking != null && (c.byOrganizer() || booking.user().equals(c.user()));
        if (booking == null || !isHis) return refused(BOOKING_NOT_FOUND);
        if (!booking.at(c.atMillis()).status().isLive()) return unchanged();
        if (booking.isPaid() && !c.byOrganizer()) return refused(ALREADY_PAID);
        return accepted(new BookingEnded(c.cause(), booking.id(), booking.endIfCalledOff()));
    }

    public Decision decide(CheckInTicket c) {
        Booking booking = bookings.find(c.booking());
        if (booking == null) return refused(BOOKING_NOT_FOUND);
        if (booking.status() != BookingStatus.CONFIRMED) return refused(TICKET_NOT_VALID);
        if (!booking.seats().contains(c.seat())) {
            return refused(SEAT_NOT_FOUND, SeatSet.of(c.seat()));
        }
        if (booking.checkIn(c.seat()) != null) return unchanged();
        return accepted(new TicketCheckedIn(c.cause(), booking.id(), c.seat()));
    }

    /// The booking that the facts `made` by one command are about; `asked` if they make none. They
    /// differ where the same request came again under another id.
    public static BookingId bookingIn(List<Fact> made, BookingId asked) {
        for (Fact fact : made) {
            if (fact instanceof BookingMade booking) return booking.booking();
        }
        return asked;
    }

    private static boolean isSame(Booking known, MakeBooking c) {
        return known.user().equals(c.user()) && known.asked() == c.asked();
    }

    /// Whoever holds seats was let in already; who names tiers is let in now.
    private boolean isOnSale(MakeBooking c, @Nullable AccessCode code) {
        return c.tickets().isEmpty()
                ? event.isSelling(c.atMillis())
                : event.isOnSale(c.atMillis(), code);
    }

    /// The best places for all `tickets`, those of one tier in parties as large as can be chosen
    /// for; null if there are not enough.
    private @Nullable SeatSet choose(List<Tickets> tickets, @Nullable AccessCode code, long at) {
        SeatSet chosen = SeatSet.none();
        for (Tickets some : tickets) {
            int left = some.quantity();
            while (left > 0) {
                int party = Math.min(left, BestPlaces.QUANTITY_MAX);
                SeatSet best = holding.best(some.tier(), party, code, chosen, at);
                if (best == null) return null;
                chosen = chosen.and(best);
                left -= party;
            }
        }
        return chosen;
    }

    private Decision made(MakeBooking c, SeatSet places) {
        Money amount = price(places);
        long until = c.atMillis() + event.details().policy().bookingMinutes() * MINUTE_MILLIS;
        BookingId id = c.booking();
        Fact made = new BookingMade(c.cause(), id, c.user(), places, amount, c.asked(), until);
        boolean isFree = amount == null || amount.isNothing();
        return isFree ? both(made, new BookingConfirmed(c.cause(), id)) : accepted(made);
    }

    /// What `places` cost; null if none of them has a tier.
    @Nullable Money price(SeatSet places) {
        Money sum = null;
        for (int i = 0; i < places.size(); i++) {
            Tier tier = plan.tier(places.get(i));
            if (tier != null) sum = sum == null ? tier.price() : sum.plus(tier.price());
        }
        return sum;
    }

    private static Decision both(Fact first, Fact second) {
        List<Fact> facts = new ArrayList<>(2);
        facts.add(first);
        facts.add(second);
        return new Decision.Accepted(facts);
    }
}
