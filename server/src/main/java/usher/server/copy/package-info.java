/// Moves all that one ledger has into another that has nothing: what `./usher copy` does.
///
/// It knows the port only, so any ledger can be copied into any other. Nothing is decided anew:
/// every entry keeps its place and its id. Read [LedgerCopy] first.
@NullMarked
package usher.server.copy;

import org.jspecify.annotations.NullMarked;
