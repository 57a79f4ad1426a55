/// Where events take place: venues with their places, before anything has a price.
///
/// A venue is a template: an event that takes place there keeps what it needs of it. Read
/// [usher.domain.venue.Venue] first.
@NullMarked
package usher.domain.venue;

import org.jspecify.annotations.NullMarked;
