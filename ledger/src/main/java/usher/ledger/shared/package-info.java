/// What ledgers on a server have in common: calls that wait for the one thread that writes, in
/// groups; what nodes tell each other; when to try again; how a server is named and believed.
///
/// It knows no server: how a group is written, and how a signal travels, is for the ledger to say.
/// Read `GroupWriter` first.
@NullMarked
package usher.ledger.shared;

import org.jspecify.annotations.NullMarked;
