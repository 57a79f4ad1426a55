/// The place: sections, rows and seats, their tiers and prices.
///
/// Knows nothing of who has which seat. Read [usher.domain.plan.Plan] first.
@NullMarked
package usher.domain.plan;

import org.jspecify.annotations.NullMarked;
