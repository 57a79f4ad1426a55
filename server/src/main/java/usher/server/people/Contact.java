package usher.server.people;

import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.selling.BookingId;

/// Whom a booking is for. Two users may give the id of one booking: only one of them has made it.
///
/// @param user who said so
/// @param sinceMillis when, in milliseconds since 1970
public record Contact(
        EventId event, BookingId booking, UserId user, Person person, long sinceMillis) {}
