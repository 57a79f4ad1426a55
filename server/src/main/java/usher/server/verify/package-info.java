/// Reads a whole ledger from its start and checks every promise: what `./usher verify` does.
///
/// It trusts nothing that a running node would: no snapshot, no head, no key. Read [LedgerAudit]
/// first.
@NullMarked
package usher.server.verify;

import org.jspecify.annotations.NullMarked;
