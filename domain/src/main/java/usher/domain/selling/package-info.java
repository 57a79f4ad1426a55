/// Making a held seat permanently its holder's.
///
/// [usher.domain.selling.Selling] has the rules; the other files are its commands and facts.
@NullMarked
package usher.domain.selling;

import org.jspecify.annotations.NullMarked;
