/// The load generator: a process of its own that asks over plain sockets and counts what is
/// answered.
///
/// One thread, one selector, no object per request: it shares the machine with the server that it
/// measures, so what it costs is taken from there. It knows nothing of Usher's other modules.
/// Begin with [usher.bench.load.LoadLoop].
@NullMarked
package usher.bench.load;

import org.jspecify.annotations.NullMarked;
