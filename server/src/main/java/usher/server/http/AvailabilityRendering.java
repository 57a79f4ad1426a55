package usher.server.http;

import usher.domain.EventId;
import usher.domain.plan.Plan;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.ledger.JsonBytes;

/// How many places of an event, and of each tier, are available, held, reserved and blocked.
record AvailabilityRendering() implements SeatRendering {

    private static final int BYTES = 1024;

    @Override
    public byte[] render(EventId event, States states) {
        Plan plan = states.plan();
        JsonBytes json = new JsonBytes(BYTES).beginObject();
        json.field("version").value(states.version());
        json.field("total").value(plan.totalSeats());
        for (SeatStatus status : SeatStatus.values()) {
            json.field(Shapes.word(status)).value(states.count(status));
        }
        json.field("tiers").beginArray();
        for (Tier tier : plan.tiers()) writeTier(json, tier, states);
        return json.endArray().endObject().toByteArray();
    }

    private static void writeTier(JsonBytes json, Tier tier, States states) {
        Plan plan = states.plan();
        json.beginObject().field("name").value(tier.name());
        Places.writePrice(json.field("price"), tier.price());
        json.field("numbered").value(plan.isNumbered(tier));
        json.field("total").value(plan.capacity(tier));
        for (SeatStatus status : SeatStatus.values()) {
            json.field(Shapes.word(status)).value(count(tier, status, states));
        }
        json.endObject();
    }

    /// How many places of `tier` are so.
    static int count(Tier tier, SeatStatus status, States states) {
        Plan plan = states.plan();
        int count = 0;
        for (int index = 0; index < plan.sections().size(); index++) {
            Section section = plan.sections().get(index);
            if (!tier.equals(section.tier())) continue;
            count += states.count(status, plan.firstSeat(index), plan.lastSeat(index));
        }
        return count;
    }
}
