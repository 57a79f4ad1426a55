/// The promises of a ledger, as one suite of tests that every implementation passes.
///
/// A ledger's own test implements `LedgerConformance`, which is to be read first, and says how to
/// open it. Each `…Promises` speaks of one part of the port. Ledgers that are broken on purpose
/// live in this module's own tests; every promise here has been broken by one of them.
///
/// It sees the port only, never an implementation that it tests.
@NullMarked
package usher.ledger.conformance;

import org.jspecify.annotations.NullMarked;
