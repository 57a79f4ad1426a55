package usher.server.dialect;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import usher.domain.event.EventDefinition;
import usher.domain.plan.Plan;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.domain.selling.Booking;
import usher.ledger.JsonBytes;

/// The three tiers that the ticket-booking document knows, by the names of their fields.
enum TicketTier {
    VIP("VIP", "vip"),
    FRONT_ROW("Front Row", "frontRow"),
    GA("GA", "ga");

    private static final int CENTS_DIGITS = 2;

    private final String tier;
    private final String field;

    TicketTier(String tier, String field) {
        this.tier = tier;
        this.field = field;
    }

    /// What an event calls it.
    String tier() {
        return tier;
    }

    /// What the document calls it.
    String field() {
        return field;
    }

    /// How many places of it a booking has.
    int countIn(Booking booking, Plan plan) {
        int count = 0;
        for (int number : booking.seats().toArray()) {
            Tier its = plan.tier(number);
            if (its != null && its.name().equals(tier)) count++;
        }
        return count;
    }

    /// How many places of it are left.
    int leftIn(States states) {
        Plan plan = states.plan();
        int left = 0;
        for (int index = 0; index < plan.sections().size(); index++) {
            Section section = plan.sections().get(index);
            Tier its = section.tier();
            if (its == null || !its.name().equals(tier)) continue;
            left += states.count(SeatStatus.AVAILABLE, plan.firstSeat(index), plan.lastSeat(index));
        }
        return left;
    }

    /// Writes what each tier of `event` costs, in whole units of its currency; nothing for an event
    /// that has none of them.
    static void writePrices(EventDefinition event, JsonBytes json) {
        boolean isBegun = false;
        for (TicketTier each : values()) {
            @Nullable Tier its = event.plan().tier(each.tier);
            if (its == null) continue;
            if (!isBegun) json.field("prices").beginObject();
            isBegun = true;
            BigDecimal price = BigDecimal.valueOf(its.price().amount(), CENTS_DIGITS);
            json.field(each.field).ascii(price.stripTrailingZeros().toPlainString());
        }
        if (isBegun) json.endObject();
    }
}
