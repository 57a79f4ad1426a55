/// Access codes: words that open places, or the sale, to those who know them.
///
/// The words themselves are known to nobody here, only their hashes. Read
/// [usher.domain.access.AccessCodes] first.
@NullMarked
package usher.domain.access;

import org.jspecify.annotations.NullMarked;
