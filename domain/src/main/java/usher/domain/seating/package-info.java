/// Who has which seat, in a few bytes a place.
///
/// [usher.domain.seating.SeatTable] is the one place where a seat changes hands; everything else
/// that is known about seats (counts, who holds what, what expires next) follows from it in the
/// same call. It knows no rules: those are in `holding` and `selling`.
@NullMarked
package usher.domain.seating;

import org.jspecify.annotations.NullMarked;
