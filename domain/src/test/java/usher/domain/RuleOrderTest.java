package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static usher.domain.Breach.ANOTHER_REVISION;
import static usher.domain.Breach.BEING_PAID;
import static usher.domain.Breach.BOOKING_OF_ANOTHER;
import static usher.domain.Breach.BOOKING_OVER;
import static usher.domain.Breach.CALLED_OFF;
import static usher.domain.Breach.CANCELLED_FOR_GOOD;
import static usher.domain.Breach.CLOSED_TIER;
import static usher.domain.Breach.EVENT_IS_CANCELLED;
import static usher.domain.Breach.HOLD_LIMIT;
import static usher.domain.Breach.HOLD_OVER;
import static usher.domain.Breach.KEY_OF_ANOTHER_REQUEST;
import static usher.domain.Breach.NOBODYS_HOLD;
import static usher.domain.Breach.NO_ACCESSIBLE_SEAT;
import static usher.domain.Breach.NO_BOOKING;
import static usher.domain.Breach.NO_SUCH_SEAT;
import static usher.domain.Breach.NO_SUCH_TIER;
import static usher.domain.Breach.PAID;
import static usher.domain.Breach.REFRESHES_SPENT;
import static usher.domain.Breach.SEAT_IN_BOOKING;
import static usher.domain.Breach.SEAT_LIMIT;
import static usher.domain.Breach.SEAT_OF_ANOTHER;
import static usher.domain.Breach.SEAT_OF_A_CLOSED_TIER;
import static usher.domain.Breach.TOO_MANY_BLOCKS;
import static usher.domain.Breach.TOO_MANY_SECONDS;
import static usher.domain.Breach.UNKNOWN_CODE;
import static usher.domain.Breach.UNPAID;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import usher.domain.event.EventStatus;
import usher.domain.selling.PaymentReport;

/// Which refusal a caller sees who breaks several rules at once. Public API: callers depend on it.
final class RuleOrderTest {

    /// The rules of each command, first to last.
    @SuppressWarnings("ImmutableEnumChecker") // these functions never change
    private enum Rules {
        HOLD(
                Question::hold,
                KEY_OF_ANOTHER_REQUEST,
                UNKNOWN_CODE,
                EVENT_IS_CANCELLED,
                NO_SUCH_SEAT,
                SEAT_OF_A_CLOSED_TIER,
                TOO_MANY_SECONDS,
                SEAT_OF_ANOTHER,
                HOLD_LIMIT,
                SEAT_LIMIT),
        HOLD_BEST(
                Question::holdBest,
                KEY_OF_ANOTHER_REQUEST,
                UNKNOWN_CODE,
                EVENT_IS_CANCELLED,
                NO_SUCH_TIER,
                CLOSED_TIER,
                TOO_MANY_SECONDS,
                HOLD_LIMIT,
                SEAT_LIMIT,
                NO_ACCESSIBLE_SEAT),
        REFRESH(
                q -> q.asks().refreshFor(q.seconds(), q.seats()),
                KEY_OF_ANOTHER_REQUEST,
                EVENT_IS_CANCELLED,
                NO_SUCH_SEAT,
                TOO_MANY_SECONDS,
                NOBODYS_HOLD,
                HOLD_OVER,
                REFRESHES_SPENT),
        RELEASE(
                q -> q.asks().release(q.seats()),
                KEY_OF_ANOTHER_REQUEST,
                NO_SUCH_SEAT,
                NOBODYS_HOLD,
                HOLD_OVER),
        RELEASE_ALL(q -> q.asks().releaseAll(), KEY_OF_ANOTHER_REQUEST),
        RESERVE(
                q -> q.asks().reserveAs(1, q.seats()),
                KEY_OF_ANOTHER_REQUEST,
                BOOKING_OF_ANOTHER,
                EVENT_IS_CANCELLED,
                NO_SUCH_SEAT,
                NOBODYS_HOLD,
                HOLD_OVER,
                UNPAID),
        BOOK(
                q -> q.buyer().book(1, q.seats()),
                KEY_OF_ANOTHER_REQUEST,
                BOOKING_OF_ANOTHER,
                EVENT_IS_CANCELLED,
                NO_SUCH_SEAT,
                NOBODYS_HOLD,
                HOLD_OVER,
                SEAT_IN_BOOKING),
        PAY(q -> q.buyer().pay(q.booking(), true), KEY_OF_ANOTHER_REQUEST, NO_BOOKING, PAID),
        PAY_TWICE(
                q -> q.buyer().pay(q.booking(), true),
                KEY_OF_ANOTHER_REQUEST,
                NO_BOOKING,
                BEING_PAID),
        START(q -> q.buyer().start(q.booking()), KEY_OF_ANOTHER_REQUEST, NO_BOOKING, PAID),
        START_LATE(
                q -> q.buyer().start(q.booking()),
                KEY_OF_ANOTHER_REQUEST,
                NO_BOOKING,
                BOOKING_OVER),
        REPORT(q -> q.buyer().report(q.booking(), new PaymentReport.Succeeded()), NO_BOOKING),
        PAY_LATE(
                q -> q.buyer().pay(q.booking(), true),
                KEY_OF_ANOTHER_REQUEST,
                NO_BOOKING,
                BOOKING_OVER),
        CANCEL_BOOKING(q -> q.buyer().cancel(q.booking()), KEY_OF_ANOTHER_REQUEST, NO_BOOKING),
        CHECK_IN(
                q -> q.buyer().checkIn(q.booking(), q.lastSeat()),
                KEY_OF_ANOTHER_REQUEST,
                NO_BOOKING,
                CALLED_OFF,
                NO_SUCH_SEAT),
        BLOCK(
                q -> q.asks().block("another note", q.seats()),
                KEY_OF_ANOTHER_REQUEST,
                NO_SUCH_SEAT,
                SEAT_OF_ANOTHER,
                TOO_MANY_BLOCKS),
        UNBLOCK(q -> q.asks().unblock(q.seats()), KEY_OF_ANOTHER_REQUEST, NO_SUCH_SEAT),
        UNBLOCK_ALL(q -> q.asks().unblockAll(), KEY_OF_ANOTHER_REQUEST),
        CHANGE(
                q -> q.asks().rename("Recital", q.revision()),
                KEY_OF_ANOTHER_REQUEST,
                CANCELLED_FOR_GOOD,
                ANOTHER_REVISION),
        CHANGE_STATUS(
                q -> q.asks().change(EventStatus.INACTIVE),
                KEY_OF_ANOTHER_REQUEST,
                CANCELLED_FOR_GOOD);

        private final Function<Question, Command> command;
        private final List<Breach> inOrder;

        Rules(Function<Question, Command> command, Breach... inOrder) {
            this.command = command;
            this.inOrder = List.of(inOrder);
        }

        /// The question that is granted if nothing is added to it.
        Question question() {
            return switch (this) {
                case HOLD, HOLD_BEST, BLOCK -> Question.aboutAFreeSeat();
                case UNBLOCK, UNBLOCK_ALL -> Question.aboutABlockedSeat();
                case REFRESH, RELEASE, RELEASE_ALL, RESERVE -> Question.aboutAHold();
                case BOOK, CHANGE, CHANGE_STATUS -> Question.aboutAHold();
                case PAY, PAY_LATE, PAY_TWICE, CANCEL_BOOKING -> Question.aboutABooking();
                case START, START_LATE -> Question.aboutABooking();
                case REPORT -> Question.aboutABookingBeingPaid();
                case CHECK_IN -> Question.aboutAConfirmedBooking();
            };
        }

        Decision decide(Question question) {
            return question.box().decide(command.apply(question));
        }
    }

    @ParameterizedTest
    @EnumSource(Rules.class)
    void who_breaks_no_rule_is_not_refused(Rules rules) {
        assertInstanceOf(Decision.Accepted.class, rules.decide(rules.question()));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void who_breaks_one_rule_is_told_of_it(Rules rules, Breach breach) {
        assertRefused(breach, rules.decide(breach.addTo(rules.question())));
    }

    @ParameterizedTest
    @MethodSource("pairsOfBreaches")
    void who_breaks_two_rules_is_told_of_the_first(Rules rules, Breach first, Breach second) {
        assertRefused(first, rules.decide(second.addTo(first.addTo(rules.question()))));
        assertRefused(first, rules.decide(first.addTo(second.addTo(rules.question()))));
    }

    @ParameterizedTest
    @EnumSource(Rules.class)
    void the_names_of_the_rules_stand_in_the_same_order(Rules rules) {
        List<Refusal> refusals = rules.inOrder.stream().map(Breach::refusal).toList();
        assertEquals(refusals.stream().sorted().toList(), refusals);
    }

    @Test
    void every_rule_of_a_box_office_is_in_the_table() {
        List<Refusal> told =
                Stream.of(Rules.values())
                        .flatMap(rules -> rules.inOrder.stream())
                        .map(Breach::refusal)
                        .distinct()
                        .sorted()
                        .toList();
        List<Refusal> all = new ArrayList<>(List.of(Refusal.values()));
        all.removeAll(List.of(Refusal.EVENT_EXISTS, Refusal.VENUE_EXISTS)); // of the catalog
        assertEquals(all, told);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(Rules.values())
                .flatMap(rules -> rules.inOrder.stream().map(one -> Arguments.of(rules, one)));
    }

    static Stream<Arguments> pairsOfBreaches() {
        List<Arguments> pairs = new ArrayList<>();
        for (Rules rules : Rules.values()) {
            for (int i = 0; i < rules.inOrder.size(); i++) {
                for (Breach later : rules.inOrder.subList(i + 1, rules.inOrder.size())) {
                    pairs.add(Arguments.of(rules, rules.inOrder.get(i), later));
                }
            }
        }
        return pairs.stream();
    }

    private static void assertRefused(Breach expected, Decision decision) {
        Decision.Refused refused = assertInstanceOf(Decision.Refused.class, decision);
        assertEquals(expected.refusal(), refused.refusal());
        assertEquals(expected.seats(), refused.seats());
    }
}
