/// Mails to those who booked: their tickets when a booking is confirmed, and word when it is called
/// off.
///
/// What is owed is found from what people were told and from how their bookings stand, so no crash
/// loses a mail; a crash right after one was sent may send it twice, with the same Message-ID. Read
/// [usher.server.mail.Postman] first.
@NullMarked
package usher.server.mail;

import org.jspecify.annotations.NullMarked;
