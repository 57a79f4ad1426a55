/// Making places their user's for good: reserving a held seat, and bookings with their payment.
///
/// A booking knows its places, and the places know nothing of it: while it waits for its money
/// they are held seats, then reserved ones. Read [usher.domain.selling.BookingDesk] first, which
/// has the rules; [usher.domain.selling.BookingFacts] makes them true.
@NullMarked
package usher.domain.selling;

import org.jspecify.annotations.NullMarked;
