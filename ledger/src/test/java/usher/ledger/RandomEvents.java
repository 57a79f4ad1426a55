package usher.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Plan;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.domain.venue.Location;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;

/// Definitions of events with names that nobody would think of.
final class RandomEvents {

    private static final Instant TIME_MIN = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant TIME_MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private RandomEvents() {}

    static Arbitrary<EventDefinition> events() {
        return Combinators.combine(
                        ids(),
                        names(),
                        texts().injectNull(0.5),
                        times().injectNull(0.5),
                        Arbitraries.integers().between(1, Plan.TOTAL_SEATS_MAX),
                        policies(),
                        Arbitraries.of(Sales.class),
                        times())
                .as(RandomEvents::event)
                .flatMap(event -> locations().injectNull(0.5).map(where -> at(event, where)))
                .withoutEdgeCases();
    }

    static Arbitrary<Venue> venues() {
        Arbitrary<Integer> capacities = Arbitraries.integers().between(1, Plan.TOTAL_SEATS_MAX);
        return Combinators.combine(locations(), names(), capacities, times())
                .as(RandomEvents::venue)
                .withoutEdgeCases();
    }

    private static Venue venue(Location location, String name, int capacity, Instant time) {
        String called = name.length() > 100 ? "n" : name;
        Tier tier = Tier.unpriced(called);
        List<Section> sections = List.of(GeneralAdmission.of(called, tier, capacity, null));
        return new Venue(location, Plan.of(sections), time);
    }

    private static Arbitrary<Location> locations() {
        Arbitrary<VenueId> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                        .as((high, low) -> new VenueId(new UUID(high, low)));
        return Combinators.combine(
                        ids,
                        names(),
                        Arbitraries.of("UTC", "Etc/GMT+1", "America/Port-au-Prince"),
                        texts().injectNull(0.5))
                .as(Location::new);
    }

    private static EventDefinition at(EventDefinition event, @Nullable Location where) {
        return new EventDefinition(
                event.id(), event.details(), event.plan(), event.codes(), event.createdAt(), where);
    }

    /// Any characters at all: controls, quotes, and surrogates with and without their other half.
    static Arbitrary<String> texts() {
        Arbitrary<String> nasty =
                Arbitraries.strings()
                        .withChars('"', '\\', '/', '\b', '\n', '\0', '\u001F', '\u007F', '\u0080')
                        .withChars('\uD83C', '\uDF9F', '\uD800', '\uDFFF', '\uFFFD', '\uFFFF')
                        .ofMaxLength(20);
        return Arbitraries.oneOf(
                nasty, Arbitraries.strings().ofMaxLength(100), Arbitraries.strings().ascii());
    }

    /// Which ends a sales window has.
    private enum Sales {
        ALWAYS,
        FROM,
        UNTIL,
        BETWEEN
    }

    private static EventDefinition event(
            EventId id,
            String name,
            String description,
            Instant startsAt,
            int seats,
            Policy policy,
            Sales sales,
            Instant time) {
        Instant from = sales == Sales.ALWAYS || sales == Sales.UNTIL ? null : time;
        Instant until = sales == Sales.ALWAYS || sales == Sales.FROM ? null : TIME_MAX;
        EventDetails details = new EventDetails(name, description, startsAt, from, until, policy);
        return new EventDefinition(id, details, Plan.plain(seats), time);
    }

    private static Arbitrary<EventId> ids() {
        Arbitrary<Long> millis = Arbitraries.longs().between(0, (1L << 48) - 1);
        return Combinators.combine(millis, Arbitraries.longs()).as(EventId::of);
    }

    private static Arbitrary<String> names() {
        return texts().map(text -> "n" + text).filter(text -> text.length() <= 200);
    }

    /// From the first to the last but one nanosecond that RFC 3339 can write.
    private static Arbitrary<Instant> times() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(TIME_MIN.getEpochSecond(), TIME_MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_998))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Policy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, Policy.HOLD_SECONDS_MAX),
                        Arbitraries.integers().between(0, Policy.REFRESHES_MAX),
                        Arbitraries.integers().between(0, Policy.HELD_SEATS_PER_USER_MAX),
                        Arbitraries.integers().between(0, Policy.SEATS_PER_USER_MAX),
                        Arbitraries.integers().between(1, Policy.BOOKING_MINUTES_MAX))
                .as(Policy::new);
    }
}
