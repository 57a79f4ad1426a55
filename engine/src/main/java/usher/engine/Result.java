package usher.engine;

import java.util.List;
import usher.domain.Answer;
import usher.domain.Refusal;
import usher.domain.SeatSet;
import usher.domain.seating.Seat;

/// How an ask ended.
public sealed interface Result {

    /// It is done and durable.
    record Done(Answer answer) implements Result {}

    /// A rule said no, and what it said no for is durable.
    ///
    /// @param seats those that break the rule; none: it is not about seats
    /// @param seen those of them that exist, by number, as they were then
    record Refused(Refusal refusal, SeatSet seats, List<Seat> seen) implements Result {}

    /// There is no such event.
    record EventNotFound() implements Result {}

    /// Too much is asked at the moment; nothing was begun. Try again soon.
    record Overloaded() implements Result {}

    /// The ledger cannot be reached or written, or it took too long. What was asked may happen all
    /// the same only if `outcomeUnknown`.
    record Unavailable(String reason, boolean outcomeUnknown) implements Result {}
}
