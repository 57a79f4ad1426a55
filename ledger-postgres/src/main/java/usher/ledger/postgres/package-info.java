/// The ledger that many nodes share: a schema in PostgreSQL.
///
/// One thread appends, a batch in one statement; a few connections read; two more carry signals
/// between nodes. Connections come and go; nothing here is lost with one. It sees the port of
/// `usher.ledger` and knows nothing of engines.
///
/// Read `PostgresLedger` first, then `Writer`, then `V1__ledger.sql`.
@NullMarked
package usher.ledger.postgres;

import org.jspecify.annotations.NullMarked;
