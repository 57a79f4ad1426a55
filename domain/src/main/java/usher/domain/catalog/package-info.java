/// The list of events: its one stream is where an event comes into being.
@NullMarked
package usher.domain.catalog;

import org.jspecify.annotations.NullMarked;
