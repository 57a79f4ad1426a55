/// Keeping seats off sale: house seats, and seats from which nobody sees the stage.
///
/// [usher.domain.blocking.Blocking] has the rules and knows which block a seat belongs to; the
/// other files are its commands, its facts and what it shows. It changes seats only through
/// [usher.domain.seating.SeatTable].
@NullMarked
package usher.domain.blocking;

import org.jspecify.annotations.NullMarked;
