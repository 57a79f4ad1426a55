/// Live box offices: each has a mailbox, decides in batches, and answers when the ledger has the
/// facts.
///
/// What must be right under faults lives here and not in the server. Clock, executor and ledger are
/// given from outside, so that the simulation runs the real engine in virtual time.
///
/// It sees the port of the ledger, never an implementation; it knows no HTTP.
@NullMarked
package usher.engine;

import org.jspecify.annotations.NullMarked;
