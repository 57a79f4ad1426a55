package usher.engine;

import usher.domain.Answer;
import usher.domain.Refusal;
import usher.domain.SeatSet;

/// How an ask ended.
public sealed interface Result {

    /// It is done and durable.
    record Done(Answer answer) implements Result {}

    /// A rule said no, and what it said no for is durable. `seats` break the rule; none: not about
    /// seats.
    record Refused(Refusal refusal, SeatSet seats) implements Result {}

    /// There is no such event.
    record EventNotFound() implements Result {}

    /// Too much is asked at the moment; nothing was begun. Try again soon.
    record Overloaded() implements Result {}

    /// The ledger cannot be reached or written, or it took too long. What was asked may happen all
    /// the same only if `outcomeUnknown`.
    record Unavailable(String reason, boolean outcomeUnknown) implements Result {}
}
