/// Copies of what became true, on their way to other systems: at least once, each stream in order.
///
/// Where they go is a [Destination], behind which a message broker or a web server stands. How far
/// each one came is kept in the ledger's notes, stream by stream, so that any node can go on from
/// there; of many nodes the one with the lease does it. Nothing in here holds up a box office: the
/// relays have a thread of their own, and read what is durable.
///
/// It knows no protocol. Read [Relays] first, then [Relay].
@NullMarked
package usher.engine.relay;

import org.jspecify.annotations.NullMarked;
