/// The server that is measured: started as `./usher start` starts it, in a process of its own, on
/// a data folder of its own; and what the bench asks of it besides load.
///
/// It knows no measure. Begin with [usher.bench.server.ServerProcess].
@NullMarked
package usher.bench.server;

import org.jspecify.annotations.NullMarked;
