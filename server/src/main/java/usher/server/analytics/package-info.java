/// The figures of a sale, for whoever runs it.
///
/// An event is followed from the first time that somebody asks for its figures; from then on a look
/// costs what was appended since. Read [usher.server.analytics.Follower] first.
@NullMarked
package usher.server.analytics;

import org.jspecify.annotations.NullMarked;
