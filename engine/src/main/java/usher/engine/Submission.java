package usher.engine;

import usher.ledger.StreamId;

/// One ask on its way through the engine.
///
/// @param urgent whether it goes before others: what frees seats or settles money
/// @param sinceNanos when it was submitted, by the host's clock
record Submission(StreamId stream, Ask ask, boolean urgent, long sinceNanos, Reply reply) {

    /// Whether it has waited for so long that its caller must have given up.
    boolean isOverdue(long nowNanos, long answerWithinMillis) {
        return nowNanos - sinceNanos > answerWithinMillis * 1_000_000;
    }
}
