/// How often callers may ask: tries of access codes, and whatever would change something.
///
/// A [usher.server.limits.CallerLimit] counts each user and each address, in purses of this node's
/// own, so nobody ever waits to be counted; the [usher.server.limits.Settlement] sees to it that
/// the nodes which share a Redis do not each give as much. Nothing in here is a fact, and none of
/// it is known to the engine. Read [usher.server.limits.Purse] first.
@NullMarked
package usher.server.limits;

import org.jspecify.annotations.NullMarked;
