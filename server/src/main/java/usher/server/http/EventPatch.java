package usher.server.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.event.ChangeEvent;
import usher.domain.event.EventDetails;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;
import usher.domain.event.Policy;

/// The body of `PATCH /v1/events/{id}`: what is to be said otherwise of an event, as a merge patch
/// ([RFC 7396](https://www.rfc-editor.org/rfc/rfc7396)). What it leaves out stays; null takes away
/// what an event need not have.
final class EventPatch {

    /// Room for the longest description, each character escaped.
    static final int BODY_BYTES_MAX = 64 << 10;

    private final Fields fields;

    private EventPatch(Fields fields) {
        this.fields = fields;
    }

    /// @throws Problem if the body is no JSON object
    static EventPatch of(byte[] body) {
        return new EventPatch(Fields.of(body));
    }

    /// What is to be asked of an event that is described as `now`. Once.
    ///
    /// @param ifMatch the header; null: whatever the event is now is meant
    /// @throws Problem naming each field that is wrong
    ChangeEvent on(Listing now, @Nullable String ifMatch, Cause cause) {
        EventDetails old = now.details();
        String name = old.name();
        if (isSaid("name")) name = fields.text("name", EventDetails.NAME_LENGTH_MAX);
        int max = EventDetails.DESCRIPTION_LENGTH_MAX;
        String description = old.description();
        if (fields.names("description")) description = fields.optionalText("description", max);
        Instant startsAt = time("startsAt", old.startsAt());
        Instant from = time("salesFrom", old.salesFrom());
        Instant until = time("salesUntil", old.salesUntil());
        if (from != null && until != null && !from.isBefore(until)) {
            fields.wrong("salesUntil", "must be after salesFrom");
        }
        Policy policy = old.policy();
        if (isSaid("policy")) policy = NewEvents.policy(fields.optionalObject("policy"), policy);
        EventStatus status = status(now.status());
        fields.done();
        return new ChangeEvent(
                cause,
                new EventDetails(name, description, startsAt, from, until, policy),
                status,
                revision(now, ifMatch));
    }

    /// Whether `field` is to change; null is no value for it.
    private boolean isSaid(String field) {
        if (!fields.names(field)) return false;
        if (!fields.has(field)) fields.wrong(field, "must not be null");
        return fields.has(field);
    }

    private @Nullable Instant time(String field, @Nullable Instant old) {
        return fields.names(field) ? fields.optionalTime(field) : old;
    }

    private EventStatus status(EventStatus old) {
        EventStatus kept = old == EventStatus.CANCELLED ? EventStatus.INACTIVE : old;
        if (!isSaid("status")) return kept;
        String word = fields.optionalText("status", EventDetails.NAME_LENGTH_MAX);
        if ("active".equals(word)) return EventStatus.ACTIVE;
        if (word != null && !word.equals("inactive")) {
            fields.wrong("status", "must be active or inactive; POST …/cancel cancels an event");
        }
        return EventStatus.INACTIVE;
    }

    /// The revision that the caller means: 0, which there never is, if it is not the one of now.
    private static long revision(Listing now, @Nullable String ifMatch) {
        boolean isMeant = ifMatch == null || EntityTags.knows(ifMatch, now.revision());
        return isMeant ? now.revision() : 0;
    }
}
