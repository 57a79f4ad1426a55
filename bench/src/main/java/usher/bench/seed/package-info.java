/// `./usher seed`: houses with plans and evenings there, and halls that sell three kinds of
/// tickets,
/// for whoever wants to see a sale.
///
/// It knows a server's address and what any organizer knows of the API, nothing else.
/// Begin with [usher.bench.seed.Programme].
@NullMarked
package usher.bench.seed;

import org.jspecify.annotations.NullMarked;
