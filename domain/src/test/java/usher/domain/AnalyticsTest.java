package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ANN;
import static usher.domain.Person.ORGANIZER;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import usher.domain.analytics.Analytics;
import usher.domain.analytics.Bucket;
import usher.domain.analytics.Step;
import usher.domain.analytics.Tally;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatStatus;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;

/// Figures that follow the facts agree with a recount of everything that ever happened.
final class AnalyticsTest {

    private static final int HISTORIES = 300;
    private static final int COMMANDS_EACH = 250;
    private static final ZoneId ZONE = ZoneId.of("Australia/Adelaide");

    @Test
    void the_figures_of_random_histories_are_those_of_a_slow_recount() {
        Set<Step> seen = EnumSet.noneOf(Step.class);
        Set<String> money = new TreeSet<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            RandomCommands commands = RandomCommands.small(new SplittableRandom(seed));
            SlowAnalytics slow = new SlowAnalytics(commands.event());
            Analytics fast = new Analytics(commands.event().plan(), ZONE);
            for (int i = 0; i < COMMANDS_EACH; i++) ask(commands.next(slow.office()), slow, fast);
            compare(slow, fast, "seed " + seed);
            for (Step step : Step.values()) if (slow.count(step, null) > 0) seen.add(step);
            if (slow.revenue(null) > 0) money.add("came");
            if (slow.refunds(null) > 0) money.add("went");
        }
        assertEquals(EnumSet.allOf(Step.class), seen);
        assertEquals(Set.of("came", "went"), money);
    }

    @Test
    void minutes_hours_and_days_are_those_of_the_zone_and_only_the_latest_are_kept() {
        Analytics analytics = new Analytics(Plan.plain(10), ZoneOffset.UTC);
        for (int minute = 0; minute < 2_000; minute++) {
            analytics.apply(ANN.at(minute * 60_000L).held(1));
            analytics.apply(ANN.at(minute * 60_000L + 1).released(1));
        }
        assertEquals(Bucket.MINUTE.bucketsMax(), analytics.series(Bucket.MINUTE).size());
        assertEquals(Scenario.NOON + 1_999 * 60_000L, analytics.series(Bucket.MINUTE).lastKey());
        assertEquals(34, analytics.series(Bucket.HOUR).size());
        assertEquals(2, analytics.series(Bucket.DAY).size());
        assertEquals(2_000, analytics.total().places(Step.RELEASED));
    }

    @Test
    void what_only_a_snapshot_says_is_no_history() {
        Analytics analytics = new Analytics(Plan.plain(10), ZoneOffset.UTC);
        BoxOffice office = Scenario.given(ORGANIZER.held(1)).office();

        List<Fact> snapshot = office.restate();

        assertThrows(IllegalArgumentException.class, () -> snapshot.forEach(analytics::apply));
    }

    private static void ask(Command command, SlowAnalytics slow, Analytics fast) {
        if (!(slow.office().decide(command) instanceof Decision.Accepted(List<Fact> facts))) return;
        for (Fact fact : facts) {
            slow.apply(fact);
            fast.apply(fact);
        }
        slow.office().closeEntry();
    }

    private static void compare(SlowAnalytics slow, Analytics fast, String which) {
        compare(slow, fast.total(), null, which);
        Plan plan = slow.office().event().definition().plan();
        for (Tier tier : plan.tiers()) compare(slow, fast.of(tier), tier, which);
        int held = 0;
        int sold = 0;
        int blocked = 0;
        for (int n = 1; n <= plan.totalSeats(); n++) {
            SeatStatus status = slow.office().seat(n).record().status();
            if (status == SeatStatus.HELD) held++;
            if (status == SeatStatus.RESERVED) sold++;
            if (status == SeatStatus.BLOCKED) blocked++;
        }
        Tally total = fast.total();
        assertEquals(held, total.open(), which);
        assertEquals(sold, total.places(Step.SOLD) - total.places(Step.RETURNED), which);
        assertEquals(blocked, fast.blocked(), which);
        assertEquals(
                blocked,
                plan.tiers().isEmpty()
                        ? fast.blocked()
                        : plan.tiers().stream().mapToInt(fast::blocked).sum());
        for (BookingStatus status : BookingStatus.values()) {
            long count =
                    slow.office().bookings().all().stream()
                            .map(Booking::status)
                            .filter(status::equals)
                            .count();
            assertEquals(count, fast.bookings(status), which + " " + status);
        }
        for (Bucket bucket : Bucket.values()) {
            assertEquals(slow.series(bucket, ZONE), shown(fast, bucket), which + " " + bucket);
        }
    }

    private static void compare(
            SlowAnalytics slow, Tally tally, @Nullable Tier tier, String which) {
        for (Step step : Step.values()) {
            assertEquals(slow.count(step, tier), tally.places(step), which + " " + step);
        }
        assertEquals(slow.revenue(tier), tally.revenue(), which);
        assertEquals(slow.refunds(tier), tally.refunds(), which);
    }

    private static Map<Long, String> shown(Analytics analytics, Bucket bucket) {
        Map<Long, String> shown = new TreeMap<>();
        analytics
                .series(bucket)
                .forEach(
                        (from, tally) -> {
                            Map<String, Long> sums = new TreeMap<>();
                            for (Step step : Step.values()) {
                                put(sums, step.name(), tally.places(step));
                            }
                            put(sums, "revenue", tally.revenue());
                            put(sums, "refunds", tally.refunds());
                            shown.put(from, sums.toString());
                        });
        return shown;
    }

    private static void put(Map<String, Long> sums, String name, long value) {
        if (value != 0) sums.put(name, value);
    }
}
