/// What an event is: its definition, its policy, its sales window and status.
///
/// Knows nothing of seats that are taken. Read [usher.domain.event.EventDefinition] first.
@NullMarked
package usher.domain.event;

import org.jspecify.annotations.NullMarked;
