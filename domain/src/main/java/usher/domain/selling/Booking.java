package usher.domain.selling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.plan.Money;

/// One user's order within an event: its places, what they cost, and how it stands. Immutable.
///
/// @param seats all its places, also when they are no longer its
/// @param amount what they cost when it was made; null: the event knows no prices
/// @param asked a hash of what was asked for, to recognize the same request
/// @param madeAtMillis in milliseconds since 1970
/// @param expiresAtMillis until when somebody may begin to pay it
/// @param payment null: nobody has tried
/// @param checkIns who was let in, in the order in which they came
public record Booking(
        BookingId id,
        UserId user,
        SeatSet seats,
        @Nullable Money amount,
        long asked,
        BookingStatus status,
        long madeAtMillis,
        long expiresAtMillis,
        @Nullable Payment payment,
        List<CheckIn> checkIns) {

    public Booking {
        checkIns = List.copyOf(checkIns);
    }

    /// Whether its places were reserved: it never waited for money, and cost nothing, whatever
    /// they are worth.
    public boolean isReserved() {
        return isFree() && expiresAtMillis == madeAtMillis;
    }

    /// Whether there is nothing to pay.
    public boolean isFree() {
        return amount == null || amount.isNothing();
    }

    /// Whether its money is here.
    public boolean isPaid() {
        return payment != null && payment.status() == PaymentStatus.SUCCEEDED;
    }

    /// Whether somebody may begin to pay it at `atMillis`.
    public boolean mayBePaidAt(long atMillis) {
        return status == BookingStatus.PENDING && atMillis < expiresAtMillis;
    }

    /// Whether a payment is under way at a gateway.
    public boolean isBeingPaid() {
        return payment != null && payment.status() == PaymentStatus.PENDING;
    }

    /// Until when its places are kept while it is not paid: a while longer than it may be paid if
    /// a payment is under way, since nobody knows yet how that ends.
    public long keptUntilMillis() {
        return isBeingPaid() ? expiresAtMillis + Payment.SETTLING_MILLIS : expiresAtMillis;
    }

    /// When a gateway is to be asked about its payment at the latest; [Long#MAX_VALUE]: never.
    long errandDueMillis() {
        return payment == null ? Long.MAX_VALUE : payment.dueMillis();
    }

    /// How it is at `atMillis`, whether or not it is written down yet that its time is over.
    public Booking at(long atMillis) {
        boolean isOver = status == BookingStatus.PENDING && keptUntilMillis() <= atMillis;
        return isOver ? with(BookingStatus.EXPIRED) : this;
    }

    /// Who was let in with `seat`; null: nobody yet.
    public @Nullable CheckIn checkIn(int seat) {
        for (CheckIn checkIn : checkIns) {
            if (checkIn.seat() == seat) return checkIn;
        }
        return null;
    }

    /// How it ends if somebody calls it off now: what was paid goes back.
    BookingStatus endIfCalledOff() {
        return isPaid() ? BookingStatus.REFUNDED : BookingStatus.CANCELLED;
    }

    /// As it is when it ends as `end` at `atMillis`.
    Booking calledOff(BookingStatus end, long atMillis) {
        Payment stopped = payment == null ? null : payment.calledOff(atMillis);
        return with(end, stopped, checkIns);
    }

    Booking with(BookingStatus next) {
        return with(next, payment, checkIns);
    }

    Booking with(Payment next) {
        return with(status, next, checkIns);
    }

    Booking with(CheckIn more) {
        List<CheckIn> all = new ArrayList<>(checkIns);
        all.add(more);
        return with(status, payment, all);
    }

    private Booking with(
            BookingStatus nextStatus, @Nullable Payment nextPayment, List<CheckIn> nextCheckIns) {
        return new Booking(
                id,
                user,
                seats,
                amount,
                asked,
                nextStatus,
                madeAtMillis,
                expiresAtMillis,
                nextPayment,
                nextCheckIns);
    }
}
