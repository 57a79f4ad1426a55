package usher.domain;

import static java.util.Map.entry;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.event.ChangeEvent;
import usher.domain.event.ChangeStatus;
import usher.domain.event.ConfirmListing;
import usher.domain.holding.ExpireHolds;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.RefreshHolds;
import usher.domain.holding.ReleaseAllHolds;
import usher.domain.holding.ReleaseHolds;
import usher.domain.selling.CancelBooking;
import usher.domain.selling.CheckInTicket;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.PayBooking;
import usher.domain.selling.ReportPayment;
import usher.domain.selling.ReserveSeats;
import usher.domain.selling.StartPayment;

/// The fast box office and the slow, obvious one decide alike and come to the same state.
final class TwinTest {

    private static final int SMALL_EVENTS = 4000;
    private static final int COMMANDS_EACH = 250;

    /// How often every outcome must have been seen at least.
    private static final int OFTEN = 50;

    /// The same for what takes several steps that fit.
    private static final int SOMETIMES = 10;

    private static final String ALWAYS = "Accepted Unchanged Repeated IDEMPOTENCY_MISMATCH ";

    private static final Map<Class<? extends Command>, String> OUTCOMES =
            Map.ofEntries(
                    entry(
                            HoldSeats.class,
                            ALWAYS
                                    + "EVENT_NOT_ON_SALE SEAT_NOT_FOUND INVALID_FIELD"
                                    + " WRONG_ACCESS_CODE ACCESS_CODE_REQUIRED"
                                    + " SEAT_UNAVAILABLE HOLD_LIMIT_REACHED SEAT_LIMIT_REACHED"),
                    entry(
                            HoldBestSeats.class,
                            "Accepted Repeated IDEMPOTENCY_MISMATCH EVENT_NOT_ON_SALE"
                                    + " TIER_NOT_FOUND WRONG_ACCESS_CODE ACCESS_CODE_REQUIRED"
                                    + " INVALID_FIELD HOLD_LIMIT_REACHED"
                                    + " SEAT_LIMIT_REACHED NOT_ENOUGH_SEATS"),
                    entry(
                            RefreshHolds.class,
                            ALWAYS
                                    + "EVENT_NOT_ON_SALE SEAT_NOT_FOUND INVALID_FIELD NOT_YOUR_HOLD"
                                    + " HOLD_EXPIRED REFRESH_LIMIT_REACHED"),
                    entry(ReleaseHolds.class, ALWAYS + "SEAT_NOT_FOUND NOT_YOUR_HOLD HOLD_EXPIRED"),
                    entry(
                            ReserveSeats.class,
                            ALWAYS
                                    + "BOOKING_MISMATCH EVENT_NOT_ON_SALE SEAT_NOT_FOUND"
                                    + " NOT_YOUR_HOLD HOLD_EXPIRED PAYMENT_REQUIRED"),
                    entry(ReleaseAllHolds.class, ALWAYS),
                    entry(BlockSeats.class, ALWAYS + "SEAT_NOT_FOUND SEAT_UNAVAILABLE"),
                    entry(UnblockSeats.class, ALWAYS + "SEAT_NOT_FOUND"),
                    entry(UnblockAllSeats.class, ALWAYS),
                    entry(ChangeStatus.class, ALWAYS + "EVENT_CANCELLED"),
                    entry(
                            ChangeEvent.class,
                            "Accepted Unchanged Repeated EVENT_CANCELLED PRECONDITION_FAILED"),
                    entry(ConfirmListing.class, "Accepted Unchanged Repeated"),
                    entry(
                            MakeBooking.class,
                            "Accepted Unchanged Repeated BOOKING_MISMATCH EVENT_NOT_ON_SALE"
                                    + " WRONG_ACCESS_CODE TIER_NOT_FOUND ACCESS_CODE_REQUIRED"
                                    + " HOLD_LIMIT_REACHED SEAT_LIMIT_REACHED NOT_ENOUGH_SEATS"
                                    + " NOT_YOUR_HOLD HOLD_EXPIRED"),
                    entry(
                            PayBooking.class,
                            "Accepted Repeated BOOKING_NOT_FOUND ALREADY_PAID BOOKING_EXPIRED"
                                    + " PAYMENT_UNDER_WAY"),
                    entry(
                            StartPayment.class,
                            "Accepted Unchanged Repeated BOOKING_NOT_FOUND ALREADY_PAID"
                                    + " BOOKING_EXPIRED"),
                    entry(ReportPayment.class, "Accepted Unchanged BOOKING_NOT_FOUND"),
                    entry(CancelBooking.class, "Accepted Unchanged Repeated BOOKING_NOT_FOUND"),
                    entry(CheckInTicket.class, "Accepted TICKET_NOT_VALID SEAT_NOT_FOUND"),
                    entry(ExpireHolds.class, "Accepted Unchanged"));

    @Test
    void a_million_random_commands_are_decided_alike() {
        Seen seen = new Seen();
        for (int seed = 0; seed < SMALL_EVENTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            play(seed, new Twins(random, RandomCommands.small(random)), COMMANDS_EACH, seen);
        }
        OUTCOMES.forEach((command, outcomes) -> seen.require(OFTEN, command, outcomes));
        seen.require(SOMETIMES, CancelBooking.class, "ALREADY_PAID");
        seen.require(SOMETIMES, MakeBooking.class, "SEAT_BOOKED");
    }

    @Test
    void so_are_those_of_a_crowd_in_a_large_hall() {
        Seen seen = new Seen();
        SplittableRandom random = new SplittableRandom(7);
        play(7, new Twins(random, RandomCommands.large(random)), 10_000, seen);
        seen.require(OFTEN, HoldSeats.class, "Accepted Unchanged Repeated SEAT_UNAVAILABLE");
        seen.require(OFTEN, HoldBestSeats.class, "Accepted");
        seen.require(OFTEN, RefreshHolds.class, "Accepted NOT_YOUR_HOLD");
        seen.require(OFTEN, ReleaseHolds.class, "Accepted NOT_YOUR_HOLD");
        seen.require(OFTEN, ReserveSeats.class, "Accepted NOT_YOUR_HOLD");
        seen.require(OFTEN, ExpireHolds.class, "Accepted Unchanged");
    }

    private static void play(int seed, Twins twins, int commands, Seen seen) {
        try {
            twins.ask(commands, seen);
            twins.compare();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("the twins of seed " + seed + " differ", e);
        }
    }
}
