/// Figures about a sale, told from its facts alone: what became of every place, when, and for how
/// much money.
///
/// No part of the box office, which decides without them: whoever wants figures follows the
/// entries of the stream, so they cost a sale nothing. Read [usher.domain.analytics.Analytics]
/// first.
@NullMarked
package usher.domain.analytics;

import org.jspecify.annotations.NullMarked;
