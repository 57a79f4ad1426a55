package usher.ledger;

import java.util.List;

/// How one append ended. One append's trouble never fails its neighbours.
public sealed interface Outcome {

    /// It is durable, with its keys and its deadline.
    record Appended(Position position) implements Outcome {}

    /// Another entry is in that place: `missed` are the entries after the one to be followed, in
    /// order, at least one. If the first has the append's own id, an earlier try had succeeded. Who
    /// missed more than [#MISSED_MAX] is told the first of them, and the next ones when he tries
    /// again.
    record Conflict(List<Entry> missed) implements Outcome {

        /// How many entries one conflict tells at most.
        public static final int MISSED_MAX = 1_000;
    }

    /// The ledger does not have the entry to be followed: it lost what it had acknowledged, and
    /// stands at `head` now. The state must be dropped and loaded again.
    record Rewound(Position head) implements Outcome {}

    /// It came after its `acceptUntilMillis`; nothing was written. Decide again. What stands in its
    /// place is looked at first: a late repeat of an entry that was written is a conflict.
    record Late() implements Outcome {}

    /// Certainly nothing was written: no space, read-only, refused.
    record Unavailable(String reason) implements Outcome {}

    /// Nobody knows whether it was written. Append the very same entry again to find out.
    record Unknown(String reason) implements Outcome {}
}
