package usher.server.http;

import java.util.Locale;
import usher.domain.Refusal;

/// The kinds of problems that callers can meet, with the status and the page of each.
///
/// Names and statuses are public for ever.
public enum ProblemType {
    WRONG_SIGNATURE(
            400,
            "The signature is wrong.",
            "The message was not signed with the secret that both sides know, or long ago, or it"
                    + " was altered on its way."),
    MALFORMED_REQUEST(
            400,
            "The request cannot be read.",
            "Send what the API describes: a JSON object where a body is expected, and headers as"
                    + " documented."),
    UNAUTHORIZED(
            401,
            "Nobody knows who is calling.",
            "Send the header Authorization: Bearer, followed by your token."),
    PAYMENT_REQUIRED(
            402,
            "The seat must be paid first.",
            "It has a price: pay for it. Organizers may give it away."),
    ACCESS_CODE_REQUIRED(
            403,
            "The seat is for those who know an access code.",
            "Give the access code that opens its tier, or choose a seat of another tier."),
    WRONG_ACCESS_CODE(
            403,
            "The event knows no such access code.",
            "Check the spelling; upper and lower case are the same. After too many wrong codes no"
                    + " more are tried for a while."),
    FORBIDDEN(403, "The caller may not do this.", "Ask with a token that has the role for this."),
    NOT_FOUND(404, "There is nothing here.", "Check the address."),
    METHOD_NOT_ALLOWED(
            405,
            "This cannot be done with this address.",
            "Use a method that the API describes for this address."),
    NOT_ACCEPTABLE(
            406, "The answer cannot be given in the format asked for.", "Accept application/json."),
    EVENT_NOT_FOUND(404, "There is no such event.", "Check the id of the event."),
    SEAT_NOT_FOUND(
            404,
            "There is no such seat in this event.",
            "Check the id of the seat; the list of the seats of the event has them all."),
    SEAT_UNAVAILABLE(
            409,
            "The seat cannot be had.",
            "It is held by somebody else, reserved or blocked. Choose another seat, or try again"
                    + " when the hold has ended."),
    NOT_YOUR_HOLD(
            409,
            "The caller does not hold the seat.",
            "Refreshing, releasing and reserving are for the holder. Hold the seat first."),
    HOLD_EXPIRED(
            409,
            "The hold ran out.",
            "The time of the hold is over and the seat is free again. Hold it again, if nobody else"
                    + " has."),
    HOLD_LIMIT_REACHED(
            409,
            "The caller would hold too many seats.",
            "The policy of the event limits how many seats one user holds at once. Reserve or"
                    + " release some first."),
    SEAT_LIMIT_REACHED(
            409,
            "The caller would have too many seats.",
            "The policy of the event limits how many seats one user has, held and reserved"
                    + " together."),
    NOT_ENOUGH_SEATS(
            409,
            "Fewer seats are available than were asked for.",
            "The best available were asked for, and there are not as many of that kind. Ask for"
                    + " fewer, for another tier, or try again when holds have ended."),
    REFRESH_LIMIT_REACHED(
            409,
            "The hold was refreshed as often as is allowed.",
            "The policy of the event limits how often one hold is refreshed. Reserve the seat, or"
                    + " let it go."),
    BLOCK_LIMIT_REACHED(
            409,
            "The event has as many blocks as it may.",
            "Seats are blocked under up to 100 different notes. Use a note that a block has"
                    + " already, or unblock the seats of another."),
    EVENT_NOT_ON_SALE(
            409,
            "The event is not on sale.",
            "The event is inactive or cancelled, or its sales have not begun or are over."),
    BOOKING_NOT_FOUND(
            404,
            "There is no such booking.",
            "Check the id of the booking; it must be the caller's own."),
    BOOKING_NOT_CONFIRMED(
            409,
            "The booking has no tickets.",
            "Only a confirmed booking has: pay for it first. What was called off has none any"
                    + " more."),
    TICKET_NOT_FOUND(
            404,
            "There is no such ticket.",
            "The code was not written by this Usher, or not read whole. Scan it again; who keeps"
                    + " coming with such a code has no ticket."),
    TICKET_NOT_VALID(
            409,
            "The ticket lets nobody in.",
            "Its booking was called off, by its buyer, by the organizer or with the whole event."),
    TICKET_OF_ANOTHER_EVENT(
            409,
            "The ticket is for another event.",
            "It is a good code of another event: check the date and the door."),
    ALREADY_CHECKED_IN(
            409,
            "Somebody came in with the ticket before.",
            "The problem says when. A scanner that asks again because it heard no answer sends the"
                    + " same Idempotency-Key, and is told what it would have been told."),
    BOOKING_MISMATCH(
            422,
            "The id of the booking is used for another one.",
            "The same id with the same wish is the same booking. Use a new id for another one."),
    ALREADY_PAID(
            409,
            "The booking is paid.",
            "It is confirmed: nothing is left to pay. Only its organizer calls it off now."),
    BOOKING_EXPIRED(
            409,
            "The booking is over.",
            "It was not paid in time, or its payment failed, or it was cancelled; its places are"
                    + " free again. Make a new one."),
    PAYMENT_UNDER_WAY(
            409,
            "A payment of the booking is under way.",
            "Let it end, or cancel the booking: a payment that comes all the same is given back."),
    SEAT_BOOKED(
            409,
            "The seat is in a booking.",
            "Pay the booking, or cancel it: its seats stay together."),
    EVENT_CANCELLED(
            409,
            "The event is cancelled.",
            "Nothing about it changes any more. Create another event."),
    PRECONDITION_FAILED(
            412,
            "It was changed by somebody else.",
            "Look at it again, decide again, and send the ETag that it has now as If-Match."),
    VENUE_NOT_FOUND(404, "There is no such venue.", "Check the id of the venue."),
    WEBHOOK_ENDPOINT_NOT_FOUND(
            404,
            "There is no such webhook endpoint.",
            "Check the id of the endpoint; GET /v1/webhook-endpoints lists them."),
    DELIVERY_NOT_FOUND(
            404,
            "There is no such delivery.",
            "A delivery is called <event>-<version>, and has facts that its endpoint wants."),
    WEBHOOK_ENDPOINT_LIMIT_REACHED(
            409,
            "There are as many webhook endpoints as there may be.",
            "There are 50 at most. Delete one that nobody needs any more."),
    VENUE_EXISTS(409, "The venue is there already.", "Use the venue that is there."),
    EVENT_EXISTS(409, "The event is listed already.", "Use the event that is listed."),
    PAYLOAD_TOO_LARGE(413, "The request is too large.", "Send less at once."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The request is in a format that is not understood.",
            "Send JSON, with Content-Type: application/json."),
    INVALID_FIELD(
            422,
            "A field is wrong.",
            "The errors of the problem name each field and say what it must be. Unknown fields are"
                    + " refused by name."),
    IDEMPOTENCY_MISMATCH(
            422,
            "The idempotency key was used for another request.",
            "A key stands for one request. Use a new one for another request; repeat the same"
                    + " request to get the same answer."),
    RATE_LIMITED(429, "The caller asks too often.", "Wait for as long as Retry-After says."),
    INTERNAL(500, "Usher made a mistake.", "Report it with the X-Request-Id of the answer."),
    OVERLOADED(
            503,
            "Too much is asked at the moment.",
            "Nothing was done. Try again after as long as Retry-After says."),
    UNAVAILABLE(
            503,
            "The ledger cannot be reached.",
            "The ledger does not take anything at the moment. Try again after as long as"
                    + " Retry-After says.");

    private final int status;
    private final String title;
    private final String remedy;
    private final String slug;

    ProblemType(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
        this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The HTTP status that comes with it.
    public int status() {
        return status;
    }

    /// One sentence that is the same every time.
    public String title() {
        return title;
    }

    /// What to do about it.
    public String remedy() {
        return remedy;
    }

    /// Its name in addresses: kebab case.
    public String slug() {
        return slug;
    }

    /// Whether the same request may succeed in a moment.
    public boolean isWorthRetrying() {
        return status == 503 || status == 429;
    }

    /// The type of the problem that a refusal is.
    public static ProblemType of(Refusal refusal) {
        return switch (refusal) {
            case IDEMPOTENCY_MISMATCH -> IDEMPOTENCY_MISMATCH;
            case WRONG_ACCESS_CODE -> WRONG_ACCESS_CODE;
            case ACCESS_CODE_REQUIRED -> ACCESS_CODE_REQUIRED;
            case PAYMENT_REQUIRED -> PAYMENT_REQUIRED;
            case BOOKING_NOT_FOUND -> BOOKING_NOT_FOUND;
            case TICKET_NOT_VALID -> TICKET_NOT_VALID;
            case BOOKING_MISMATCH -> BOOKING_MISMATCH;
            case ALREADY_PAID -> ALREADY_PAID;
            case BOOKING_EXPIRED -> BOOKING_EXPIRED;
            case PAYMENT_UNDER_WAY -> PAYMENT_UNDER_WAY;
            case SEAT_BOOKED -> SEAT_BOOKED;
            case EVENT_NOT_ON_SALE -> EVENT_NOT_ON_SALE;
            case EVENT_CANCELLED -> EVENT_CANCELLED;
            case PRECONDITION_FAILED -> PRECONDITION_FAILED;
            case SEAT_NOT_FOUND -> SEAT_NOT_FOUND;
            case TIER_NOT_FOUND, INVALID_FIELD -> INVALID_FIELD;
            case SEAT_UNAVAILABLE -> SEAT_UNAVAILABLE;
            case HOLD_LIMIT_REACHED -> HOLD_LIMIT_REACHED;
            case SEAT_LIMIT_REACHED -> SEAT_LIMIT_REACHED;
            case NOT_ENOUGH_SEATS -> NOT_ENOUGH_SEATS;
            case NOT_YOUR_HOLD -> NOT_YOUR_HOLD;
            case HOLD_EXPIRED -> HOLD_EXPIRED;
            case REFRESH_LIMIT_REACHED -> REFRESH_LIMIT_REACHED;
            case BLOCK_LIMIT_REACHED -> BLOCK_LIMIT_REACHED;
            case EVENT_EXISTS -> EVENT_EXISTS;
            case VENUE_EXISTS -> VENUE_EXISTS;
        };
    }
}
