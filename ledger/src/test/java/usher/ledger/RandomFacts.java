package usher.ledger;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.KeysRestated;
import usher.domain.RememberedKey;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
import usher.domain.event.EventChanged;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Money;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatsRestated;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;

/// Facts of every kind, as strange as the domain lets them be.
final class RandomFacts {

    private static final int SEAT_MAX = (1 << EventId.SEAT_BITS) - 1;
    private static final int HOLD_MILLIS_MAX = Integer.MAX_VALUE;

    private RandomFacts() {}

    /// Up to 10 facts of any kinds.
    static Arbitrary<List<Fact>> entries() {
        return Arbitraries.oneOf(holding(), restated(), rare(), changes(), bookings())
                .withoutEdgeCases()
                .list()
                .ofMaxSize(10);
    }

    private static Arbitrary<Fact> holding() {
        Arbitrary<Cause> causes = causes();
        return Arbitraries.oneOf(
                Combinators.combine(causes, users(), seats(), millis()).as(SeatsHeld::new),
                Combinators.combine(askedBySomebody(), seats(), millis())
                        .as(
                                (cause, seats, until) ->
                                        new SeatsHeld(cause, cause.user(), seats, until)),
                Combinators.combine(causes, seats(), millis()).as(HoldsRefreshed::new),
                Combinators.combine(causes, seats()).as(HoldsReleased::new),
                Combinators.combine(causes, seats()).as(HoldsExpired::new),
                Combinators.combine(
                                causes,
                                users(),
                                seats(),
                                uuids().map(BookingId::new).injectNull(0.3))
                        .as(SeatsReserved::new));
    }

    private static Arbitrary<Fact> restated() {
        return Arbitraries.oneOf(
                Combinators.combine(causes(), seats(), records()).as(SeatsRestated::new),
                Combinators.combine(causes(), remembered().list().ofMaxSize(5))
                        .as(KeysRestated::new));
    }

    private static Arbitrary<Fact> rare() {
        return Arbitraries.oneOf(
                Combinators.combine(causes(), RandomEvents.events()).as(EventOpened::new),
                Combinators.combine(causes(), RandomEvents.events()).as(EventListed::new),
                Combinators.combine(causes(), RandomEvents.venues()).as(VenueAdded::new),
                Combinators.combine(causes(), Arbitraries.of(EventStatus.class))
                        .as(StatusChanged::new),
                Combinators.combine(causes(), seats(), Arbitraries.strings()).as(SeatsBlocked::new),
                Combinators.combine(causes(), seats()).as(SeatsUnblocked::new));
    }

    private static Arbitrary<Fact> bookings() {
        Arbitrary<BookingId> ids = uuids().map(BookingId::new);
        Arbitrary<Cause> causes = causes();
        Arbitrary<String> providers = requests().filter(text -> text.length() <= 20);
        return Arbitraries.oneOf(
                Combinators.combine(
                                causes,
                                ids,
                                users(),
                                seats(),
                                money().injectNull(0.3),
                                Arbitraries.longs(),
                                millis())
                        .as(BookingMade::new),
                Combinators.combine(causes, ids, uuids(), providers).as(PaymentStarted::new),
                Combinators.combine(
                                causes,
                                ids,
                                uuids(),
                                Arbitraries.strings().ofMinLength(1),
                                Arbitraries.strings())
                        .as(PaymentOpened::new),
                Combinators.combine(causes, ids, uuids()).as(PaymentRefunded::new),
                Combinators.combine(causes, ids, uuids(), providers).as(PaymentSucceeded::new),
                Combinators.combine(causes, ids, uuids(), providers).as(PaymentFailed::new),
                Combinators.combine(causes, ids).as(BookingConfirmed::new),
                Combinators.combine(causes, ids, Arbitraries.of(BookingStatus.class))
                        .as(BookingEnded::new),
                Combinators.combine(causes, ids.list().ofMaxSize(5)).as(BookingsExpired::new),
                Combinators.combine(causes, ids, Arbitraries.integers()).as(TicketCheckedIn::new));
    }

    private static Arbitrary<Money> money() {
        return Arbitraries.longs()
                .between(0, Money.AMOUNT_MAX)
                .map(amount -> new Money(amount, "EUR"));
    }

    private static Arbitrary<UUID> uuids() {
        return users().map(UserId::value);
    }

    private static Arbitrary<Fact> changes() {
        Arbitrary<EventDetails> details = RandomEvents.events().map(EventDefinition::details);
        return Arbitraries.oneOf(
                Combinators.combine(causes(), details).as(EventChanged::new),
                Combinators.combine(causes(), millis()).as(ListingConfirmed::new),
                Combinators.combine(
                                causes(), listings(details), Arbitraries.of(true, false), millis())
                        .as(EventRestated::new),
                Combinators.combine(
                                causes(),
                                RandomEvents.events().map(EventDefinition::id),
                                listings(details))
                        .as(ListingChanged::new));
    }

    private static Arbitrary<Listing> listings(Arbitrary<EventDetails> details) {
        return Combinators.combine(
                        details,
                        Arbitraries.of(EventStatus.class),
                        Arbitraries.longs().greaterOrEqual(1),
                        millis())
                .as(Listing::new);
    }

    private static Arbitrary<Cause> causes() {
        return Combinators.combine(
                        millis(), users().injectNull(0.3), requests(), keys().injectNull(0.5))
                .as(Cause::new);
    }

    private static Arbitrary<Cause> askedBySomebody() {
        return Combinators.combine(millis(), users(), requests(), keys().injectNull(0.5))
                .as(Cause::new);
    }

    private static Arbitrary<String> requests() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .excludeChars('"', '\\')
                .ofMinLength(1)
                .ofMaxLength(64);
    }

    private static Arbitrary<Long> millis() {
        return Arbitraries.longs();
    }

    private static Arbitrary<UserId> users() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new UserId(new UUID(high, low)));
    }

    private static Arbitrary<IdempotencyKey> keys() {
        Arbitrary<Long> bits = Arbitraries.longs();
        return Combinators.combine(bits, bits, bits).as(IdempotencyKey::new);
    }

    private static Arbitrary<RememberedKey> remembered() {
        return Combinators.combine(keys(), Arbitraries.longs(), millis()).as(RememberedKey::new);
    }

    /// Sets of single seats and of runs.
    private static Arbitrary<SeatSet> seats() {
        Arbitrary<Integer> firsts = Arbitraries.integers().between(1, SEAT_MAX - 20);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 20);
        Arbitrary<int[]> runs =
                Combinators.combine(firsts, lengths)
                        .as((first, length) -> IntStream.range(first, first + length).toArray());
        return runs.list().ofMaxSize(5).map(RandomFacts::union);
    }

    private static SeatSet union(List<int[]> runs) {
        return SeatSet.of(runs.stream().flatMapToInt(IntStream::of).toArray());
    }

    private static Arbitrary<SeatRecord> records() {
        Arbitrary<Long> since = Arbitraries.longs().between(0, 1L << 50);
        Arbitrary<Integer> refreshes = Arbitraries.integers().between(0, Byte.MAX_VALUE);
        Arbitrary<SeatRecord> held =
                Combinators.combine(
                                users(),
                                since,
                                Arbitraries.integers().between(1, HOLD_MILLIS_MAX),
                                refreshes)
                        .as(
                                (owner, from, length, used) ->
                                        new SeatRecord(
                                                SeatStatus.HELD, owner, from, from + length, used));
        return Arbitraries.oneOf(
                held,
                Combinators.combine(users(), since).as(SeatRecord::reserved),
                users().injectNull(0.3).map(SeatRecord::expired));
    }
}
