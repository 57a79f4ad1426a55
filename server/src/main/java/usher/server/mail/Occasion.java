package usher.server.mail;

import org.jspecify.annotations.Nullable;
import usher.domain.selling.BookingStatus;
import usher.server.people.OwedMail.Told;

/// Why somebody gets a mail.
enum Occasion {
    /// His booking is confirmed: here are the tickets.
    CONFIRMED,
    /// It was called off, and cost nothing.
    CANCELLED,
    /// It was called off, and the money goes back.
    REFUNDED;

    /// The occasion that a booking which stands like this is for somebody who was `told` that;
    /// null:
    /// none, or none yet.
    static @Nullable Occasion of(BookingStatus status, Told told) {
        return switch (status) {
            case CONFIRMED -> told == Told.NOTHING ? CONFIRMED : null;
            case CANCELLED -> CANCELLED;
            case REFUNDED -> REFUNDED;
            case PENDING, FAILED, EXPIRED -> null;
        };
    }
}
