/// Holding seats: claim them for a while, claim them longer, let them go.
///
/// [usher.domain.holding.Holding] has the rules, each a line; the other files are its commands, its
/// facts and what it shows. It changes seats only through [usher.domain.seating.SeatTable].
@NullMarked
package usher.domain.holding;

import org.jspecify.annotations.NullMarked;
