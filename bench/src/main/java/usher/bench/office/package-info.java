/// The box office alone, without server and ledger around it: what it costs in time and in memory,
/// and how quickly it is read back. Each program here runs in a JVM of its own.
///
/// It may know the domain, the engine's loader and the ledgers; it knows no load and no server.
/// Begin with [usher.bench.office.HoldBenchmark].
@NullMarked
package usher.bench.office;

import org.jspecify.annotations.NullMarked;
