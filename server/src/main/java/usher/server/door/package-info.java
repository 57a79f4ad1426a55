/// The door and the desk behind it: who is let in, who is in, and who has booked what at an event.
///
/// For organizers only. Lists go through the bookings a stretch at a time, so none holds up the box
/// office. Read [usher.server.door.BookingWalk] first.
@NullMarked
package usher.server.door;

import org.jspecify.annotations.NullMarked;
