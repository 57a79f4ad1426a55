package usher.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.blocking.Block;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;
import usher.domain.event.Policy;
import usher.domain.holding.Hold;
import usher.domain.plan.Money;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.seating.Seat;
import usher.domain.seating.SeatStatus;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.Payment;
import usher.domain.venue.Location;
import usher.ledger.JsonBytes;

/// The JSON of the things that `/v1` shows.
public final class Shapes {

    private static final int BLOCKS_BYTES = 4096;

    private Shapes() {}

    static JsonBytes hold(JsonBytes json, Hold hold) {
        json.beginObject();
        json.field("seatId").value(hold.event().id().seat(hold.seat()));
        json.field("eventId").value(hold.event().id().value());
        json.field("number").value(hold.seat());
        Places.write(json, hold.event().plan(), hold.seat());
        json.field("userId").value(hold.user().value());
        Timestamps.write(json.field("heldAt"), hold.heldAtMillis());
        Timestamps.write(json.field("expiresAt"), hold.expiresAtMillis());
        json.field("refreshesLeft").value(hold.refreshesLeft());
        return json.endObject();
    }

    static JsonBytes holds(JsonBytes json, List<Hold> holds) {
        json.beginObject().field("items").beginArray();
        for (Hold hold : holds) {
            hold(json, hold);
        }
        return json.endArray().endObject();
    }

    /// The blocks of `event`, in bytes of their own: they may name every seat.
    static JsonBytes blocks(EventId event, List<Block> blocks) {
        JsonBytes json = new JsonBytes(BLOCKS_BYTES).beginObject().field("items").beginArray();
        for (Block block : blocks) {
            json.beginObject();
            if (!block.note().isEmpty()) json.field("note").value(block.note());
            UserId by = block.began().by();
            if (by != null) json.field("blockedBy").value(by.value());
            Timestamps.write(json.field("blockedAt"), block.began().atMillis());
            json.field("seats").beginArray();
            SeatSet seats = block.seats();
            for (int i = 0; i < seats.size(); i++) json.value(event.seat(seats.get(i)));
            json.endArray().endObject();
        }
        return json.endArray().endObject();
    }

    static JsonBytes seat(JsonBytes json, Seat seat) {
        beginSeat(json, seat.event().id(), seat.number());
        Places.write(json, seat.event().plan(), seat.number());
        json.field("status").plain(word(seat.record().status()));
        return json.endObject();
    }

    /// One seat of a list, with what `places` writes of it.
    static void seat(JsonBytes json, EventId event, int number, Places places, SeatStatus status) {
        beginSeat(json, event, number);
        places.write(json, number);
        json.field("status").plain(word(status)).endObject();
    }

    private static void beginSeat(JsonBytes json, EventId event, int number) {
        json.beginObject();
        json.field("id").value(event.seat(number));
        json.field("eventId").value(event.value());
        json.field("number").value(number);
    }

    static JsonBytes event(JsonBytes json, EventDefinition event, Listing now) {
        return beginEvent(json, event, now).endObject();
    }

    /// An event that more may be said of.
    static JsonBytes beginEvent(JsonBytes json, EventDefinition event, Listing now) {
        json.beginObject();
        json.field("id").value(event.id().value());
        EventDetails details = now.details();
        json.field("name").value(details.name());
        String description = details.description();
        if (description != null) json.field("description").value(description);
        json.field("status").plain(word(now.status()));
        time(json, "startsAt", details.startsAt());
        Location location = event.location();
        if (location != null) VenueRendering.location(json, location, details.startsAt());
        json.field("totalSeats").value(event.totalSeats());
        if (!event.plan().isPlain()) tiers(json.field("tiers"), event.plan());
        time(json, "salesFrom", details.salesFrom());
        time(json, "salesUntil", details.salesUntil());
        policy(json.field("policy"), details.policy());
        time(json, "createdAt", event.createdAt());
        long changedAt = now.changedAtMillis();
        if (changedAt != 0) Timestamps.write(json.field("updatedAt"), changedAt);
        json.field("version").value(now.revision());
        return json;
    }

    /// A booking with its places; how long it may stay unpaid only while it does.
    static JsonBytes booking(JsonBytes json, EventDefinition event, Booking booking) {
        return beginBooking(json, event, booking).endObject();
    }

    /// A booking that more may be said of.
    public static JsonBytes beginBooking(JsonBytes json, EventDefinition event, Booking booking) {
        json.beginObject();
        json.field("id").value(booking.id().value());
        json.field("eventId").value(event.id().value());
        json.field("userId").value(booking.user().value());
        json.field("status").plain(word(booking.status()));
        json.field("seats").beginArray();
        for (int number : booking.seats().toArray()) {
            beginPlace(json, event, number).endObject();
        }
        json.endArray();
        Money amount = booking.amount();
        if (amount != null) Places.writePrice(json.field("amount"), amount);
        Timestamps.write(json.field("createdAt"), booking.madeAtMillis());
        if (booking.status() == BookingStatus.PENDING) {
            Timestamps.write(json.field("expiresAt"), booking.expiresAtMillis());
        }
        Payment payment = booking.payment();
        if (payment != null) payment(json.field("payment"), booking, payment);
        return json;
    }

    static JsonBytes payment(JsonBytes json, Booking booking, Payment payment) {
        json.beginObject();
        json.field("id").value(payment.id());
        json.field("bookingId").value(booking.id().value());
        json.field("status").plain(payment.status().name().toLowerCase(Locale.ROOT));
        Money amount = booking.amount();
        if (amount != null) Places.writePrice(json.field("amount"), amount);
        json.field("provider").value(payment.provider());
        boolean canBePaid = booking.isBeingPaid() && !payment.checkoutUrl().isEmpty();
        if (canBePaid) json.field("checkoutUrl").value(payment.checkoutUrl());
        return json.endObject();
    }

    private static JsonBytes beginPlace(JsonBytes json, EventDefinition event, int number) {
        beginSeat(json, event.id(), number);
        Places.write(json, event.plan(), number);
        return json;
    }

    static String word(BookingStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String word(SeatStatus status) {
        return switch (status) {
            case AVAILABLE -> "available";
            case HELD -> "held";
            case RESERVED -> "reserved";
            case BLOCKED -> "blocked";
        };
    }

    static String word(EventStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case INACTIVE -> "inactive";
            case CANCELLED -> "cancelled";
        };
    }

    static void tiers(JsonBytes json, Plan plan) {
        json.beginArray();
        for (Tier tier : plan.tiers()) {
            json.beginObject().field("name").value(tier.name());
            Places.writePrice(json.field("price"), tier.price());
            json.field("capacity").value(plan.capacity(tier));
            json.field("numbered").value(plan.isNumbered(tier)).endObject();
        }
        json.endArray();
    }

    private static void policy(JsonBytes json, Policy policy) {
        json.beginObject();
        json.field("holdSeconds").value(policy.holdSeconds());
        json.field("refreshesMax").value(policy.refreshesMax());
        json.field("heldSeatsPerUser").value(policy.heldSeatsPerUser());
        json.field("seatsPerUser").value(policy.seatsPerUser());
        json.field("bookingMinutes").value(policy.bookingMinutes());
        json.endObject();
    }

    private static void time(JsonBytes json, String field, @Nullable Instant time) {
        if (time != null) Timestamps.write(json.field(field), time.toEpochMilli());
    }
}
