/// The promises of a ledger, as one suite of tests that every implementation passes.
///
/// A ledger's own tests are a tiny subclass that says how to open it. Ledgers that do nothing, or
/// that forget the entry followed, live beside the suite and must fail it.
///
/// It sees the port only, never an implementation that it tests.
@NullMarked
package usher.ledger.conformance;

import org.jspecify.annotations.NullMarked;
