package usher.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import usher.domain.choosing.SlowChoice;
import usher.domain.plan.Money;
import usher.domain.plan.Tier;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.CancelBooking;
import usher.domain.selling.CheckIn;
import usher.domain.selling.CheckInTicket;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentStatus;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;
import usher.domain.selling.Tickets;

/// The bookings of [SlowBoxOffice]: what they are, and the rules of them, looked up by going
/// through all of them each time.
final class SlowBookings {

    final SlowBoxOffice office;
    final SlowPayments payments = new SlowPayments(this);
    final Map<BookingId, Booking> all = new LinkedHashMap<>();

    SlowBookings(SlowBoxOffice office) {
        this.office = office;
    }

    boolean isPending(int n) {
        return all.values().stream()
                .anyMatch(b -> b.status() == BookingStatus.PENDING && b.seats().contains(n));
    }

    /// Those whose time is over, the earliest first.
    List<BookingId> over(long now) {
        return all.values().stream()
                .filter(b -> b.status() == BookingStatus.PENDING && now >= kept(b))
                .sorted(
                        (a, b) ->
                                kept(a) != kept(b)
                                        ? Long.compare(kept(a), kept(b))
                                        : a.id().value().compareTo(b.id().value()))
                .map(Booking::id)
                .toList();
    }

    /// Until when its places are kept while nobody has paid.
    static long kept(Booking b) {
        Payment payment = b.payment();
        boolean isOpen = payment != null && payment.status() == PaymentStatus.PENDING;
        return isOpen ? b.expiresAtMillis() + 60_000 : b.expiresAtMillis();
    }

    Object make(MakeBooking c) {
        Booking same = all.get(c.booking());
        if (same != null) {
            boolean isSame = same.user().equals(c.user()) && same.asked() == c.asked();
            return isSame ? Optional.empty() : Refusal.BOOKING_MISMATCH;
        }
        long now = c.atMillis();
        if (c.code() != null && !office.knows(c.code())) return Refusal.WRONG_ACCESS_CODE;
        boolean isClosed =
                c.tickets().isEmpty() ? office.isOver(now) : !office.sells(now, c.code());
        if (isClosed) return Refusal.EVENT_NOT_ON_SALE;
        return c.seats().allMatch(office::exists) ? make(c, now) : Refusal.SEAT_NOT_FOUND;
    }

    private Object make(MakeBooking c, long now) {
        int wanted = 0;
        for (Tickets tickets : c.tickets()) {
            if (office.event.plan().tier(tickets.tier()) == null) return Refusal.TIER_NOT_FOUND;
            wanted += tickets.quantity();
        }
        for (Tickets tickets : c.tickets()) {
            IntPredicate isOpen = n -> isOf(tickets, n) && office.isOpen(n, c.code());
            if (places().noneMatch(isOpen)) return Refusal.ACCESS_CODE_REQUIRED;
        }
        Refusal tooMany = office.tooMany(c.user(), wanted, now);
        if (tooMany != null) return tooMany;
        Set<Integer> seats = new TreeSet<>();
        for (Tickets tickets : c.tickets()) {
            SeatSet best = best(c, tickets, seats, now);
            if (best == null) return Refusal.NOT_ENOUGH_SEATS;
            best.forEach(seats::add);
        }
        c.seats().forEach(seats::add);
        return seats;
    }

    private IntStream places() {
        return IntStream.rangeClosed(1, office.event.totalSeats());
    }

    private boolean isOf(Tickets tickets, int n) {
        Tier tier = office.event.plan().tier(n);
        return tier != null && tier.name().equals(tickets.tier());
    }

    private @Nullable SeatSet best(MakeBooking c, Tickets tickets, Set<Integer> others, long now) {
        return new SlowChoice(
                        office.event.plan(),
                        n ->
                                !office.isTaken(n, now)
                                        && !office.isBlocked(n)
                                        && !others.contains(n)
                                        && office.isOpen(n, c.code())
                                        && !office.event.plan().isAccessible(n)
                                        && isOf(tickets, n))
                .choose(tickets.quantity());
    }

    List<Fact> made(MakeBooking c, SeatSet seats) {
        long until = c.atMillis() + office.details.policy().bookingMinutes() * 60_000L;
        Money total = total(seats);
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new BookingMade(c.cause(), c.booking(), c.user(), seats, total, c.asked(), until));
        boolean isFree = total == null || total.amount() == 0;
        if (isFree) facts.add(new BookingConfirmed(c.cause(), c.booking()));
        return facts;
    }

    private @Nullable Money total(SeatSet seats) {
        long sum = 0;
        String currency = null;
        for (int n : seats.toArray()) {
            Tier tier = office.event.plan().tier(n);
            if (tier == null) continue;
            sum += tier.price().amount();
            currency = tier.price().currency();
        }
        return currency == null ? null : new Money(sum, currency);
    }

    Object cancel(CancelBooking c) {
        Booking booking = all.get(c.booking());
        if (booking == null) return Refusal.BOOKING_NOT_FOUND;
        boolean isHis = booking.user().equals(c.user());
        if (!isHis && !c.byOrganizer()) return Refusal.BOOKING_NOT_FOUND;
        boolean isPending =
                booking.status() == BookingStatus.PENDING && c.atMillis() < kept(booking);
        if (!isPending && booking.status() != BookingStatus.CONFIRMED) return Optional.empty();
        boolean hasMoney = hasMoney(booking);
        if (hasMoney && !c.byOrganizer()) return Refusal.ALREADY_PAID;
        BookingStatus then = hasMoney ? BookingStatus.REFUNDED : BookingStatus.CANCELLED;
        return List.of(new BookingEnded(c.cause(), c.booking(), then));
    }

    Object checkIn(CheckInTicket c) {
        Booking booking = all.get(c.booking());
        if (booking == null) return Refusal.BOOKING_NOT_FOUND;
        if (booking.status() != BookingStatus.CONFIRMED) return Refusal.TICKET_NOT_VALID;
        if (!booking.seats().contains(c.seat())) return Refusal.SEAT_NOT_FOUND;
        boolean isInside = booking.checkIns().stream().anyMatch(in -> in.seat() == c.seat());
        if (isInside) return Optional.empty();
        return List.of(new TicketCheckedIn(c.cause(), c.booking(), c.seat()));
    }

    static boolean hasMoney(Booking booking) {
        Payment payment = booking.payment();
        return payment != null && payment.status() == PaymentStatus.SUCCEEDED;
    }

    /// Makes `fact` true; false if it is not about bookings.
    boolean apply(Fact fact) {
        switch (fact) {
            case BookingMade f -> made(f);
            case BookingConfirmed f -> confirmed(f);
            case BookingEnded f -> ended(f.booking(), f.status(), f.cause().atMillis());
            case BookingsExpired f -> f.bookings().forEach(b -> ranOut(b, f.cause().atMillis()));
            case TicketCheckedIn f -> checkedIn(f);
            default -> {
                return payments.apply(fact);
            }
        }
        return true;
    }

    /// The event is cancelled.
    void callOff(long now) {
        for (Booking booking : List.copyOf(all.values())) {
            boolean isPending = booking.status() == BookingStatus.PENDING && now < kept(booking);
            if (!isPending && booking.status() != BookingStatus.CONFIRMED) continue;
            boolean paid = hasMoney(booking);
            ended(booking.id(), paid ? BookingStatus.REFUNDED : BookingStatus.CANCELLED, now);
        }
    }

    private void made(BookingMade f) {
        long now = f.cause().atMillis();
        for (int n : f.seats().toArray()) {
            SlowBoxOffice.Held old = office.held.get(n);
            long since = old == null ? now : old.since();
            office.held.put(n, new SlowBoxOffice.Held(f.user(), since, f.untilMillis(), 0));
            office.ranOut.remove(n);
        }
        all.put(
                f.booking(),
                new Booking(
                        f.booking(),
                        f.user(),
                        f.seats(),
                        f.amount(),
                        f.asked(),
                        BookingStatus.PENDING,
                        now,
                        f.untilMillis(),
                        null,
                        List.of()));
    }

    /// A booking that is as it will be from the beginning, and costs nothing.
    void reserved(SeatsReserved f) {
        BookingId id = f.booking();
        if (id == null) return;
        long now = f.cause().atMillis();
        Money total = total(f.seats());
        Money amount = total == null ? null : new Money(0, total.currency());
        BookingStatus status = BookingStatus.CONFIRMED;
        all.put(
                id,
                new Booking(id, f.user(), f.seats(), amount, 0, status, now, now, null, List.of()));
    }

    private void confirmed(BookingConfirmed f) {
        Booking b = all.get(f.booking());
        for (int n : b.seats().toArray()) {
            office.held.remove(n);
            office.ranOut.remove(n);
            office.reserved.put(n, new SlowBoxOffice.Reserved(b.user(), f.cause().atMillis()));
        }
        put(b, BookingStatus.CONFIRMED, b.payment(), b.checkIns());
    }

    private void ended(BookingId id, BookingStatus status, long now) {
        Booking b = all.get(id);
        boolean hadPlaces =
                b.status() == BookingStatus.PENDING || b.status() == BookingStatus.CONFIRMED;
        for (int n : b.seats().toArray()) {
            if (!hadPlaces) break;
            office.held.remove(n);
            office.reserved.remove(n);
        }
        put(b, status, SlowPayments.stopped(b.payment(), now), b.checkIns());
    }

    private void ranOut(BookingId id, long now) {
        Booking b = all.get(id);
        ended(id, BookingStatus.EXPIRED, now);
        for (int n : b.seats().toArray()) office.ranOut.put(n, b.user());
    }

    private void checkedIn(TicketCheckedIn f) {
        Booking b = all.get(f.booking());
        List<CheckIn> checkIns = new ArrayList<>(b.checkIns());
        checkIns.add(new CheckIn(f.seat(), f.cause().atMillis()));
        put(b, b.status(), b.payment(), checkIns);
    }

    void put(Booking b, BookingStatus status, @Nullable Payment payment, List<CheckIn> checkIns) {
        all.put(
                b.id(),
                new Booking(
                        b.id(),
                        b.user(),
                        b.seats(),
                        b.amount(),
                        b.asked(),
                        status,
                        b.madeAtMillis(),
                        b.expiresAtMillis(),
                        payment,
                        checkIns));
    }
}
