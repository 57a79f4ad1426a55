package usher.domain;

import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import usher.domain.access.CodeHash;
import usher.domain.event.EventStatus;
import usher.domain.selling.BookingStatus;

/// One way to break one rule: what it adds to a [Question], and the refusal that must follow.
///
/// Each uses seats of its own, so that any two can be broken at once.
@SuppressWarnings("ImmutableEnumChecker") // sets of seats and these functions never change
enum Breach {
    KEY_OF_ANOTHER_REQUEST(
            Refusal.IDEMPOTENCY_MISMATCH,
            SeatSet.none(),
            q -> q.after(ANN.at(10).once(1, 1).held(20), ANN.at(11).released(20)).under(1, 2)),
    UNKNOWN_CODE(Refusal.WRONG_ACCESS_CODE, SeatSet.none(), q -> q.giving(new CodeHash(404, 404))),
    EVENT_IS_CANCELLED(
            Refusal.EVENT_NOT_ON_SALE,
            SeatSet.none(),
            q -> q.after(ORGANIZER.at(50).changed(EventStatus.CANCELLED))),
    CANCELLED_FOR_GOOD(
            Refusal.EVENT_CANCELLED,
            SeatSet.none(),
            q -> q.after(ORGANIZER.at(50).changed(EventStatus.CANCELLED))),
    ANOTHER_REVISION(Refusal.PRECONDITION_FAILED, SeatSet.none(), q -> q.ofRevision(7)),
    NO_BOOKING(Refusal.BOOKING_NOT_FOUND, SeatSet.none(), q -> q.ofBooking(9)),
    BOOKING_OF_ANOTHER(
            Refusal.BOOKING_MISMATCH,
            SeatSet.none(),
            q -> {
                Buyer bob = Buyer.of(BOB.at(3));
                return q.after(bob.made(bob.book(1, 30), null, 30));
            }),
    PAID(
            Refusal.ALREADY_PAID,
            SeatSet.none(),
            q -> {
                Buyer ann = Buyer.of(ANN.at(40));
                return q.after(ann.paid(1), ann.confirmed(1));
            }),
    BOOKING_OVER(
            Refusal.BOOKING_EXPIRED,
            SeatSet.none(),
            q -> q.after(Buyer.of(ANN.at(40)).ended(1, BookingStatus.CANCELLED))),
    CALLED_OFF(
            Refusal.TICKET_NOT_VALID,
            SeatSet.none(),
            q -> q.after(Buyer.of(ANN.at(40)).ended(1, BookingStatus.CANCELLED))),
    BEING_PAID(
            Refusal.PAYMENT_UNDER_WAY,
            SeatSet.none(),
            q -> q.after(Buyer.of(ANN.at(40)).started(1))),
    SEAT_IN_BOOKING(
            Refusal.SEAT_BOOKED,
            SeatSet.of(31),
            q -> {
                Buyer ann = Buyer.of(ANN.at(4));
                return q.after(ann.made(ann.book(2, 31), null, 31)).alsoAbout(31);
            }),
    NO_SUCH_SEAT(Refusal.SEAT_NOT_FOUND, SeatSet.of(201), q -> q.alsoAbout(201)),
    NO_SUCH_TIER(Refusal.TIER_NOT_FOUND, SeatSet.none(), q -> q.ofTier("Royal box")),
    SEAT_OF_A_CLOSED_TIER(
            Refusal.ACCESS_CODE_REQUIRED,
            SeatSet.of(Question.CLOSED),
            q -> q.alsoAbout(Question.CLOSED)),
    CLOSED_TIER(Refusal.ACCESS_CODE_REQUIRED, SeatSet.none(), Question::ofClosedTier),
    TOO_MANY_SECONDS(Refusal.INVALID_FIELD, SeatSet.none(), q -> q.forSeconds(61)),
    SEAT_OF_ANOTHER(
            Refusal.SEAT_UNAVAILABLE, SeatSet.of(5), q -> q.after(BOB.at(1).held(5)).alsoAbout(5)),
    HOLD_LIMIT(Refusal.HOLD_LIMIT_REACHED, SeatSet.none(), q -> q.after(ANN.at(1).held(6, 7, 8))),
    SEAT_LIMIT(
            Refusal.SEAT_LIMIT_REACHED,
            SeatSet.none(),
            q ->
                    q.after(
                            ANN.at(20).held(10, 11, 12),
                            ANN.at(21).reserved(10, 11, 12),
                            ANN.at(22).held(13, 14),
                            ANN.at(23).reserved(13, 14))),
    NO_ACCESSIBLE_SEAT(Refusal.NOT_ENOUGH_SEATS, SeatSet.none(), q -> q.inAWheelchair()),
    NOBODYS_HOLD(Refusal.NOT_YOUR_HOLD, SeatSet.of(9), q -> q.alsoAbout(9)),
    HOLD_OVER(Refusal.HOLD_EXPIRED, SeatSet.of(3), q -> q.after(ANN.at(0).held(3)).alsoAbout(3)),
    REFRESHES_SPENT(
            Refusal.REFRESH_LIMIT_REACHED,
            SeatSet.of(4),
            q -> q.after(ANN.at(1).held(4), ANN.at(2).refreshed(4)).alsoAbout(4)),
    UNPAID(
            Refusal.PAYMENT_REQUIRED,
            SeatSet.of(Question.DEAR),
            q -> q.after(ANN.at(2).held(Question.DEAR)).alsoAbout(Question.DEAR)),
    TOO_MANY_BLOCKS(
            Refusal.BLOCK_LIMIT_REACHED,
            SeatSet.none(),
            q ->
                    q.after(
                            IntStream.rangeClosed(101, 200)
                                    .mapToObj(seat -> ORGANIZER.at(30).blocked("at " + seat, seat))
                                    .toArray(Fact[]::new)));

    private final Refusal refusal;
    private final SeatSet seats;
    private final UnaryOperator<Question> addition;

    Breach(Refusal refusal, SeatSet seats, UnaryOperator<Question> addition) {
        this.refusal = refusal;
        this.seats = seats;
        this.addition = addition;
    }

    Question addTo(Question question) {
        return addition.apply(question);
    }

    Refusal refusal() {
        return refusal;
    }

    /// The seats that the refusal names.
    SeatSet seats() {
        return seats;
    }
}
