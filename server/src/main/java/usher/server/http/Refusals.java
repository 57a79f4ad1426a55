package usher.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import usher.domain.EventId;
import usher.domain.Refusal;
import usher.domain.SeatSet;
import usher.engine.Result;
import usher.ledger.StreamId;

/// What callers are told about a broken rule: the problem, the seats, and what to do.
final class Refusals {

    private Refusals() {}

    /// What is wrong; `result` is any but done.
    static Problem problem(StreamId stream, Result result) {
        return switch (result) {
            case Result.Refused refused -> refused(stream, refused);
            case Result.EventNotFound() -> Ids.noEvent();
            case Result.Overloaded() ->
                    new Problem(ProblemType.OVERLOADED, "Try again in a second.");
            case Result.Unavailable(_, boolean outcomeUnknown) ->
                    new Problem(ProblemType.UNAVAILABLE, adviceAfterTrouble(outcomeUnknown));
            case Result.Done done -> throw new IllegalArgumentException("no problem: " + done);
        };
    }

    private static String adviceAfterTrouble(boolean outcomeUnknown) {
        return outcomeUnknown
                ? "It may have happened all the same: look before you try again."
                : "Nothing was done. Try again in a moment.";
    }

    private static Problem refused(StreamId stream, Result.Refused refused) {
        Refusal refusal = refused.refusal();
        if (refusal == Refusal.INVALID_FIELD) {
            return Problem.field("holdSeconds", "is more than the event's policy allows");
        }
        if (refusal == Refusal.TIER_NOT_FOUND) {
            return Problem.field("bestAvailable.tier", "is no tier of this event");
        }
        return new Problem(
                ProblemType.of(refusal),
                advice(refusal),
                List.of(),
                seats(stream, refused.seats()));
    }

    private static List<UUID> seats(StreamId stream, SeatSet numbers) {
        if (numbers.isEmpty()) return List.of();
        EventId event = stream.event();
        List<UUID> ids = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            ids.add(event.seat(numbers.get(i)));
        }
        return ids;
    }

    private static String advice(Refusal refusal) {
        return switch (refusal) {
            case IDEMPOTENCY_MISMATCH -> "Use a new Idempotency-Key for another request.";
            case EVENT_NOT_ON_SALE -> "Look at the event's status and sales window.";
            case TIER_NOT_FOUND -> "Check the name of the tier.";
            case SEAT_NOT_FOUND -> "Check the id of the seat.";
            case INVALID_FIELD -> "Check the fields.";
            case SEAT_UNAVAILABLE -> "Choose another seat.";
            case HOLD_LIMIT_REACHED -> "Release or reserve a seat that you hold first.";
            case SEAT_LIMIT_REACHED -> "You have as many seats as this event allows.";
            case NOT_ENOUGH_SEATS -> "Ask for fewer seats, or for other ones.";
            case NOT_YOUR_HOLD -> "Hold the seat first.";
            case HOLD_EXPIRED -> "Hold the seat again, if it is still available.";
            case REFRESH_LIMIT_REACHED -> "Reserve the seat, or let it go.";
            case BLOCK_LIMIT_REACHED -> "Use a note that a block has already, or unblock seats.";
            case EVENT_EXISTS -> "Use the event that is listed.";
        };
    }
}
