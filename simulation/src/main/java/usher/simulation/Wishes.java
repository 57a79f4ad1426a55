package usher.simulation;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.StateHash;
import usher.domain.UserId;
import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.catalog.AddVenue;
import usher.domain.catalog.ListEvent;
import usher.domain.event.ChangeEvent;
import usher.domain.event.ChangeStatus;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;
import usher.domain.event.Policy;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.RefreshHolds;
import usher.domain.holding.ReleaseAllHolds;
import usher.domain.holding.ReleaseHolds;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Tier;
import usher.domain.venue.Location;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;
import usher.ledger.StreamId;

/// What clients want, by chance: mostly sensible, sometimes not.
final class Wishes {

    private final World world;
    private final UserId user;
    private final Chance chance;

    /// What `user` wants.
    Wishes(World world, UserId user, Chance chance) {
        this.world = world;
        this.user = user;
        this.chance = chance;
    }

    /// A new event: every ask for it gives it an id of its own, as a server would.
    Wish newEvent() {
        long body = chance.bits();
        EventDefinition like = definition();
        return new Wish(
                StreamId.CATALOG,
                () -> {
                    EventDefinition renamed = renamed(like);
                    world.rumours().add(renamed.id());
                    return cause -> new ListEvent(cause, renamed);
                },
                body,
                false);
    }

    /// A new venue: every ask for it gives it an id of its own, too.
    Wish newVenue() {
        long body = chance.bits();
        String name = chance.oneOf(List.of("Opera", "Arena", "Odeon"));
        Plan plan =
                Plan.of(
                        List.of(
                                GeneralAdmission.of(
                                        "Pit", Tier.unpriced("Pit"), chance.between(1, 9), null)));
        return new Wish(
                StreamId.CATALOG,
                () -> {
                    VenueId id = new VenueId(new UUID(chance.bits(), chance.bits()));
                    Location location = new Location(id, name, "UTC", null);
                    Instant now = Instant.ofEpochMilli(world.time().millis());
                    Venue venue = new Venue(location, plan, now);
                    return cause -> new AddVenue(cause, venue);
                },
                body,
                false);
    }

    /// Something about `event`, by somebody who thinks that he holds `held` there.
    Wish about(EventDefinition event, NavigableSet<Integer> held) {
        SeatSet seats = chance.happens(0.8) ? mine(held, event) : anySeats(event);
        int seconds =
                chance.happens(0.7)
                        ? 0
                        : chance.between(1, 1 + event.details().policy().holdSeconds());
        StreamId stream = StreamId.of(event.id());
        boolean isOrder = world.scenario().sale() && chance.happens(0.8);
        int kind = isOrder ? chance.between(54, 74) : chance.below(100);
        long body = body(kind, seats, seconds);
        if (kind < 8) return best(stream, seconds);
        if (kind < 38) {
            SeatSet any = anySeats(event);
            return Wish.of(
                    stream, c -> new HoldSeats(c, any, seconds), body(kind, any, seconds), false);
        }
        if (kind < 45) return blocking(stream, anySeats(event), kind);
        if (kind < 54) {
            return Wish.of(stream, c -> new RefreshHolds(c, seats, seconds), body, false);
        }
        if (kind < 63) return new Orders(chance).book(stream, office(event), seats, body);
        if (kind < 75) return new Orders(chance).about(stream, office(event), user, body);
        if (kind < 83) return Wish.of(stream, c -> new ReleaseHolds(c, seats), body, true);
        if (kind < 90) return new Orders(chance).reserve(stream, seats, body);
        if (kind < 97) return Wish.of(stream, ReleaseAllHolds::new, body, true);
        if (kind < 98) return change(event);
        EventStatus status =
                chance.happens(0.1)
                        ? EventStatus.CANCELLED
                        : chance.happens(0.3) ? EventStatus.INACTIVE : EventStatus.ACTIVE;
        return Wish.of(stream, c -> new ChangeStatus(c, status), body, false);
    }

    /// What is durable of `event`.
    private BoxOffice office(EventDefinition event) {
        return (BoxOffice) world.judge().history(StreamId.of(event.id())).head();
    }

    /// Another description, mostly of the revision that there is.
    private Wish change(EventDefinition event) {
        StreamId stream = StreamId.of(event.id());
        Listing now = office(event).event().listing();
        EventDetails old = now.details();
        String name = chance.oneOf(List.of("Gala", "Soiree", "Matinee"));
        Policy policy = chance.happens(0.5) ? old.policy() : policy();
        EventDetails told =
                new EventDetails(
                        name, null, old.startsAt(), old.salesFrom(), old.salesUntil(), policy);
        long revision = now.revision() + (chance.happens(0.1) ? 1 : 0);
        EventStatus status = chance.happens(0.1) ? EventStatus.INACTIVE : EventStatus.ACTIVE;
        long body =
                new StateHash()
                        .add(told.toString().hashCode())
                        .add(revision)
                        .add(status.name().hashCode())
                        .value();
        return Wish.of(stream, c -> new ChangeEvent(c, told, status, revision), body, false);
    }

    /// The best seats that there are, for a party; now and then for one with wheelchairs.
    private Wish best(StreamId stream, int seconds) {
        int quantity = chance.between(1, 4);
        boolean accessible = chance.happens(0.1);
        long body = new StateHash().add(quantity).add(accessible ? 1 : 0).add(seconds).value();
        return Wish.of(
                stream,
                c -> new HoldBestSeats(c, null, quantity, accessible, seconds),
                body,
                false);
    }

    /// Seats kept off sale, or sold again.
    private Wish blocking(StreamId stream, SeatSet seats, int kind) {
        long body = body(kind, seats, 0);
        return switch (kind) {
            case 38, 39, 40 -> {
                String note = chance.happens(0.5) ? "kill" : "house";
                long noted = new StateHash().add(body).add(note.hashCode()).value();
                yield Wish.of(stream, c -> new BlockSeats(c, seats, note), noted, false);
            }
            case 41 -> Wish.of(stream, UnblockAllSeats::new, body, false);
            default -> Wish.of(stream, c -> new UnblockSeats(c, seats), body, false);
        };
    }

    /// Something about an event that does not exist, or that somebody is about to list.
    Wish premature() {
        List<EventId> rumours = world.rumours();
        EventId event = rumours.isEmpty() || chance.happens(0.3) ? newId() : rumours.getLast();
        return Wish.of(StreamId.of(event), c -> new HoldSeats(c, SeatSet.of(1), 0), 0, false);
    }

    /// An event that clients know of; null if there is none yet.
    @Nullable EventDefinition anyEvent() {
        List<EventDefinition> listed = world.judge().listed();
        return listed.isEmpty() ? null : chance.oneOf(listed);
    }

    /// As a server hashes the body of a request: two that differ have different hashes.
    private static long body(int kind, SeatSet seats, int seconds) {
        return new StateHash().add(kind).add(seats.hashCode()).add(seconds).value();
    }

    private SeatSet mine(NavigableSet<Integer> held, EventDefinition event) {
        if (held.isEmpty()) return anySeats(event);
        int first = chance.happens(0.5) ? held.first() : held.last();
        if (chance.happens(0.3)) {
            return SeatSet.of(held.stream().mapToInt(Integer::intValue).toArray());
        }
        return SeatSet.of(first);
    }

    private SeatSet anySeats(EventDefinition event) {
        int many = chance.happens(0.7) ? 1 : chance.between(1, 4);
        int[] seats = new int[many];
        for (int i = 0; i < many; i++) {
            seats[i] = 1 + chance.below(event.totalSeats() + (chance.happens(0.02) ? 1 : 0));
        }
        return SeatSet.of(seats);
    }

    private EventDefinition definition() {
        Instant now = Instant.ofEpochMilli(world.time().millis());
        Policy policy = policy();
        Instant from = chance.happens(0.1) ? now.plusMillis(chance.between(1, 5_000)) : null;
        Instant until = chance.happens(0.1) ? now.plusMillis(chance.between(5_001, 30_000)) : null;
        int seats = chance.between(1, world.scenario().seatsMax());
        EventDetails details = new EventDetails("Gala", null, null, from, until, policy);
        return new EventDefinition(newId(), details, plan(seats), now);
    }

    /// Without prices as often as not; where there are some, they may be 0.
    private Plan plan(int seats) {
        boolean isSale = world.scenario().sale();
        if (!isSale && chance.happens(0.5)) return Plan.plain(seats);
        long price = isSale ? 500 : chance.oneOf(List.of(0L, 500L));
        Tier tier = new Tier("Stalls", new Money(price, "EUR"));
        return Plan.of(List.of(NumberedSection.of("Stalls", tier, Rows.equal(1, seats))));
    }

    private Policy policy() {
        return new Policy(
                chance.between(1, chance.oneOf(List.of(1, 4, 20))),
                chance.between(0, 3),
                chance.oneOf(List.of(0, 1, 3, 6)),
                chance.oneOf(List.of(0, 0, 5)),
                chance.oneOf(List.of(1, 1, 5)));
    }

    private EventDefinition renamed(EventDefinition like) {
        return new EventDefinition(newId(), like.details(), like.plan(), like.createdAt());
    }

    private EventId newId() {
        return EventId.of(world.time().millis(), chance.bits());
    }
}
