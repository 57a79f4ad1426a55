/// The people behind the bookings: names, addresses and languages, and the mails that are owed
/// them.
///
/// Facts are for ever, people may ask to be forgotten: so what is known of them is kept beside the
/// ledger, never in it. Bookings and money stay whole without it. Read
/// [usher.server.people.People] first.
@NullMarked
package usher.server.people;

import org.jspecify.annotations.NullMarked;
