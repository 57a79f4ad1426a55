/// The embedded ledger: a journal for what is new, and one SQLite file for everything else.
///
/// An append is durable, and answered, once the `Writer` has forced it to the `Journal`, together
/// with everything else that waited. Soon afterwards the `Filer` moves it to where entries are
/// found by stream: pages in SQLite. Until then it lies in the `Overlay`, where readers look first.
/// Decision 0003 says why there is a journal before a database that has one. Notes go straight to
/// SQLite: nobody waits for them.
///
/// It knows the port, its files and SQLite; it never looks inside a fact. Read `SqliteLedger`
/// first, then `Writer`, `Filer` and `Recovery`.
@NullMarked
package usher.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
