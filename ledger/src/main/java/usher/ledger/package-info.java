/// Where facts are kept: one append-only stream for each event, and one for the catalog.
///
/// The port, the codec that writes facts as JSON, and the ledger in memory. A ledger knows streams,
/// versions and facts; it decides nothing and knows no box office that is alive.
///
/// Read `Ledger` first: its promises are tested, for every implementation, by
/// `usher.ledger.conformance`.
@NullMarked
package usher.ledger;

import org.jspecify.annotations.NullMarked;
