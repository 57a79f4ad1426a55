package usher.server.http;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.plan.Plan;
import usher.domain.venue.Location;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;
import usher.server.Settings;

/// Reads what an organizer sends to create an event.
@Singleton
public final class NewEvents {

    /// Room for the sections of the largest event, all of its seats accessible by name.
    static final int BODY_BYTES_MAX = 2 << 20;

    /// An event that has everything but its id and its birthday.
    ///
    /// @param location null: nobody said where it takes place
    public record Draft(
            EventDetails details, Plan plan, NewAccessCodes codes, @Nullable Location location) {

        /// An event that is open to everybody.
        public Draft(EventDetails details, Plan plan) {
            this(details, plan, NewAccessCodes.NONE, null);
        }

        /// The event, created at `atMillis`.
        public EventDefinition definition(EventId id, long atMillis) {
            Instant createdAt = Instant.ofEpochMilli(atMillis);
            return new EventDefinition(id, details, plan, codes.of(id), createdAt, location);
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final Policy defaults;

    NewEvents(Settings settings) {
        defaults =
                new Policy(
                        settings.holdSeconds(),
                        settings.refreshesMax(),
                        settings.heldSeatsPerUser(),
                        settings.seatsPerUser(),
                        settings.bookingMinutes());
    }

    /// What an event allows that says nothing else.
    public Policy defaults() {
        return defaults;
    }

    /// A fresh id, for an event created at `atMillis`.
    public EventId newId(long atMillis) {
        return EventId.of(atMillis, random.nextLong());
    }

    /// The venue that the body of `POST /v1/events` names; null: none.
    static @Nullable VenueId venueIn(Fields fields) {
        return fields.has("venueId") ? new VenueId(fields.uuid("venueId")) : null;
    }

    /// The event that the body of `POST /v1/events` describes.
    ///
    /// @param venue that it names; null: it names none, or one that there is not
    /// @throws Problem naming each field that is wrong
    Draft read(Fields fields, @Nullable Venue venue) {
        String name = fields.text("name", EventDetails.NAME_LENGTH_MAX);
        String description =
                fields.optionalText("description", EventDetails.DESCRIPTION_LENGTH_MAX);
        Plan plan = NewPlan.read(fields, venue);
        Instant startsAt = fields.optionalTime("startsAt");
        Instant from = fields.optionalTime("salesFrom");
        Instant until = fields.optionalTime("salesUntil");
        if (from != null && until != null && !from.isBefore(until)) {
            fields.wrong("salesUntil", "must be after salesFrom");
        }
        Policy policy = policy(fields.optionalObject("policy"), defaults);
        NewAccessCodes codes = NewAccessCodes.read(fields, plan, from);
        fields.done();
        if (plan == null) throw new IllegalStateException("no plan, and nothing was wrong");
        EventDetails details = new EventDetails(name, description, startsAt, from, until, policy);
        return new Draft(details, plan, codes, venue == null ? null : venue.location());
    }

    /// The policy in `fields`; what it leaves out is as in `defaults`.
    static Policy policy(@Nullable Fields fields, Policy defaults) {
        if (fields == null) return defaults;
        Policy policy =
                new Policy(
                        fields.integer(
                                "holdSeconds", 1, Policy.HOLD_SECONDS_MAX, defaults.holdSeconds()),
                        fields.integer(
                                "refreshesMax", 0, Policy.REFRESHES_MAX, defaults.refreshesMax()),
                        fields.integer(
                                "heldSeatsPerUser",
                                0,
                                Policy.HELD_SEATS_PER_USER_MAX,
                                defaults.heldSeatsPerUser()),
                        fields.integer(
                                "seatsPerUser",
                                0,
                                Policy.SEATS_PER_USER_MAX,
                                defaults.seatsPerUser()),
                        fields.integer(
                                "bookingMinutes",
                                1,
                                Policy.BOOKING_MINUTES_MAX,
                                defaults.bookingMinutes()));
        fields.refuseUnknown();
        return policy;
    }
}
