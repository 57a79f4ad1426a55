/// What a `kill -9` under full load may cost: nothing that was acknowledged.
///
/// Visitors keep a journal of what they asked and what they were told; after the kill the journal
/// is compared with the ledger, and the restarted server with both.
/// Begin with [usher.bench.kill.Visit] and [usher.bench.kill.Judgement].
@NullMarked
package usher.bench.kill;

import org.jspecify.annotations.NullMarked;
