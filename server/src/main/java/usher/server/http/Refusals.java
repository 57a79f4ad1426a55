package usher.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import usher.domain.Refusal;
import usher.domain.event.EventDefinition;
import usher.domain.seating.Seat;
import usher.domain.seating.SeatStatus;
import usher.engine.Result;
import usher.ledger.StreamId;

/// What callers are told about a broken rule: the problem, the seats, and what to do.
public final class Refusals {

    private Refusals() {}

    /// What is wrong; `result` is any but done.
    public static Problem problem(StreamId stream, Result result) {
        return problem(stream, result, "tier");
    }

    /// The same, where a tier was named in `tierField` of the body.
    public static Problem problem(StreamId stream, Result result, String tierField) {
        return switch (result) {
            case Result.Refused refused -> refused(stream, refused, tierField);
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

    private static Problem refused(StreamId stream, Result.Refused refused, String tierField) {
        Refusal refusal = refused.refusal();
        if (refusal == Refusal.INVALID_FIELD) {
            return Problem.field("holdSeconds", "is more than the event's policy allows");
        }
        if (refusal == Refusal.TIER_NOT_FOUND) {
            return Problem.field(tierField, "is no tier of this event");
        }
        return new Problem(
                ProblemType.of(refusal), advice(refusal), List.of(), seats(stream, refused));
    }

    /// What is the matter with each seat that breaks the rule.
    private static List<Problem.SeatError> seats(StreamId stream, Result.Refused refused) {
        List<Problem.SeatError> errors = new ArrayList<>(refused.seats().size());
        if (refused.refusal() == Refusal.SEAT_NOT_FOUND) {
            for (int number : refused.seats().toArray()) {
                UUID id = stream.event().seat(number);
                errors.add(new Problem.SeatError(id, number, null, "not-found"));
            }
        }
        for (Seat seat : refused.seen()) {
            EventDefinition event = seat.event();
            int number = seat.number();
            String label = event.plan().label(number);
            String reason = reason(refused.refusal(), seat.record().status());
            errors.add(new Problem.SeatError(event.id().seat(number), number, label, reason));
        }
        return errors;
    }

    /// What the seat is, where that is the matter; else the name of the rule.
    private static String reason(Refusal refusal, SeatStatus status) {
        boolean isAboutStatus =
                refusal == Refusal.SEAT_UNAVAILABLE || refusal == Refusal.NOT_YOUR_HOLD;
        return isAboutStatus ? Shapes.word(status) : ProblemType.of(refusal).slug();
    }

    private static String advice(Refusal refusal) {
        return switch (refusal) {
            case IDEMPOTENCY_MISMATCH -> "Use a new Idempotency-Key for another request.";
            case BOOKING_NOT_FOUND -> "Check the id of the booking.";
            case TICKET_NOT_VALID -> "Let nobody in with it: its booking was called off.";
            case BOOKING_MISMATCH -> "Use a new id for another booking.";
            case ALREADY_PAID -> "Nothing is left to pay.";
            case BOOKING_EXPIRED -> "Make a new booking.";
            case PAYMENT_UNDER_WAY ->
                    "Let the payment that is under way end, or cancel the booking.";
            case SEAT_BOOKED -> "Pay or cancel its booking.";
            case EVENT_CANCELLED -> "Nothing about a cancelled event changes any more.";
            case PRECONDITION_FAILED ->
                    "Look at the event again, and send the ETag that it has now.";
            case WRONG_ACCESS_CODE -> "Check the access code.";
            case EVENT_NOT_ON_SALE -> "Look at the event's status and sales window.";
            case TIER_NOT_FOUND -> "Check the name of the tier.";
            case SEAT_NOT_FOUND -> "Check the id of the seat.";
            case ACCESS_CODE_REQUIRED -> "Give an accessCode that opens its tier.";
            case INVALID_FIELD -> "Check the fields.";
            case SEAT_UNAVAILABLE -> "Choose another seat.";
            case HOLD_LIMIT_REACHED -> "Release or reserve a seat that you hold first.";
            case SEAT_LIMIT_REACHED -> "You have as many seats as this event allows.";
            case NOT_ENOUGH_SEATS -> "Ask for fewer seats, or for other ones.";
            case NOT_YOUR_HOLD -> "Hold the seat first.";
            case HOLD_EXPIRED -> "Hold the seat again, if it is still available.";
            case REFRESH_LIMIT_REACHED -> "Reserve the seat, or let it go.";
            case BLOCK_LIMIT_REACHED -> "Use a note that a block has already, or unblock seats.";
            case PAYMENT_REQUIRED -> "Pay for the seat.";
            case EVENT_EXISTS -> "Use the event that is listed.";
            case VENUE_EXISTS -> "Use the venue that is there.";
        };
    }
}
