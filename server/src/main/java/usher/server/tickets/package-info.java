/// Tickets: a signed code for each place of a confirmed booking, and every way to show it.
///
/// A code can be verified by whoever has the public key, without asking anybody; whether its ticket
/// is still good only the box office of its event knows. Read [usher.server.tickets.TicketCodes]
/// first, which says what stands in a code.
@NullMarked
package usher.server.tickets;

import org.jspecify.annotations.NullMarked;
