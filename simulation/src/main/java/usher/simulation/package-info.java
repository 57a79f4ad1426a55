/// Many nodes and users on one ledger, with crashes, lost replies, conflicts and pauses, in virtual
/// time.
///
/// A run is a function of its seed: the same seed, in another JVM, has the same digest. It runs the
/// real engine; only time, threads and the ledger's bad days are played.
@NullMarked
package usher.simulation;

import org.jspecify.annotations.NullMarked;
