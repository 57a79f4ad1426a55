package usher.ledger.conformance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.Policy;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Plan;

/// Facts to fill entries with. Ledgers do not look into them, so they need not make sense together.
final class Samples {

    static final long AT_MILLIS = 1_795_212_345_678L;

    private static final UserId USER = new UserId(new UUID(0x0197_0000_0000_4000L, Long.MIN_VALUE));
    private static final String NASTY = "Käthes \"Nacht\" \\ 東京 \uD83C\uDF9F \u007F\t\n%_';--";

    private Samples() {}

    /// Somebody holds seat `number`.
    static Fact held(int number) {
        return held(SeatSet.of(number), "r-" + number);
    }

    /// Somebody holds `count` seats, of which no two are neighbours.
    static Fact heldApart(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) numbers[i] = 2 * i + 1;
        return held(SeatSet.of(numbers), "r-apart");
    }

    /// Facts with every kind of value in them.
    static List<Fact> varied() {
        Cause once = new Cause(AT_MILLIS, USER, "r~1", new IdempotencyKey(-1, Long.MIN_VALUE, 0));
        return List.of(
                new EventOpened(Cause.system(0, "!"), event()),
                new HoldsExpired(Cause.system(-1, "r"), SeatSet.of(1, 2, 3, 5, 1000)),
                new HoldsReleased(once, SeatSet.none()),
                held(7));
    }

    private static Fact held(SeatSet seats, String request) {
        return new SeatsHeld(Cause.of(AT_MILLIS, USER, request), USER, seats, AT_MILLIS + 60_000);
    }

    private static EventDefinition event() {
        Instant created = Instant.parse("2026-07-01T10:00:00.123456789Z");
        return new EventDefinition(
                EventId.of(AT_MILLIS, 1),
                new EventDetails(NASTY, NASTY.repeat(20), created, null, null, Policy.DEFAULT),
                Plan.plain(Plan.TOTAL_SEATS_MAX),
                created);
    }
}
