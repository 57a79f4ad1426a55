/// The embedded ledger: one SQLite file, one writer, durable when an append is answered.
///
/// Everything that one append changes (entry, head, keys, deadline) is one transaction, and many
/// appends share one. It knows the port and SQLite; it never looks inside a fact.
@NullMarked
package usher.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
