package usher.server.tickets;

import org.jspecify.annotations.Nullable;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.plan.Money;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.CheckIn;

/// One ticket as it is now.
///
/// @param now how its event is described now
public record Ticket(
        String code, EventDefinition event, EventDetails now, Booking booking, int seat) {

    /// How it stands with it. Only confirmed bookings have tickets, and what was confirmed is
    /// confirmed still, or called off.
    public TicketStatus status() {
        if (booking.status() == BookingStatus.REFUNDED) return TicketStatus.REFUNDED;
        if (booking.status() != BookingStatus.CONFIRMED) return TicketStatus.CANCELLED;
        return checkIn() == null ? TicketStatus.VALID : TicketStatus.CHECKED_IN;
    }

    /// Who came in with it; null: nobody yet.
    @Nullable CheckIn checkIn() {
        return booking.checkIn(seat);
    }

    /// What people call its place, such as `Stalls B-12`; null: it has only a number.
    @Nullable String place() {
        Plan plan = event.plan();
        String section = plan.section(seat).name();
        String label = plan.label(seat);
        if (label == null || section == null || label.startsWith(section)) return label;
        return section + " " + label;
    }

    /// The category of its place; null: the event knows none.
    @Nullable String tier() {
        Tier tier = event.plan().tier(seat);
        return tier == null ? null : tier.name();
    }

    /// What its place costs; null: the event knows no prices.
    @Nullable Money price() {
        Tier tier = event.plan().tier(seat);
        return tier == null ? null : tier.price();
    }
}
