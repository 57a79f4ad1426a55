package usher.domain.event;

/// What the list of events shows of one: as its organizer last said, whatever its seats do.
///
/// @param status whether it sells
/// @param revision counts what was said: 1 as it was created, one more with each change
/// @param changedAtMillis when it was changed last, in milliseconds since 1970; 0: never
public record Listing(
        EventDetails details, EventStatus status, long revision, long changedAtMillis) {

    public Listing {
        if (revision < 1) throw new IllegalArgumentException("no revision: " + revision);
    }

    /// An event as it was created.
    public static Listing of(EventDefinition event) {
        return new Listing(event.details(), EventStatus.ACTIVE, 1, 0);
    }

    Listing with(EventDetails changed, long atMillis) {
        return new Listing(changed, status, revision + 1, atMillis);
    }

    Listing with(EventStatus changed, long atMillis) {
        return new Listing(details, changed, revision + 1, atMillis);
    }
}
