/// The relays of this node: what they send to other systems, and what is seen of them.
///
/// What must be right under faults is in `usher.engine.relay`; in here are only the shape of a
/// message, the threads, and the counters. Where messages go is added by whoever knows how: as a
/// route of [Relaying]. Read that first.
@NullMarked
package usher.server.relay;

import org.jspecify.annotations.NullMarked;
