package usher.simulation;

import java.util.List;
import java.util.stream.Collectors;
import usher.domain.Answer;
import usher.domain.Fact;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
import usher.domain.event.EventChanged;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;
import usher.engine.Result;
import usher.ledger.StreamId;

/// Says things in few words, the same in every run, for the [Trace].
final class Brief {

    private Brief() {}

    static String of(StreamId stream) {
        return stream.isCatalog()
                ? "catalog"
                : "event-" + stream.value().toString().substring(9, 23);
    }

    static String of(List<Fact> facts) {
        return facts.stream().map(Brief::of).collect(Collectors.joining(", "));
    }

    private static String of(Fact fact) {
        String what =
                switch (fact) {
                    case SeatsHeld f -> f.seats() + " until " + f.untilMillis();
                    case HoldsRefreshed f -> f.seats() + " until " + f.untilMillis();
                    case HoldsReleased f -> f.seats().toString();
                    case HoldsExpired f -> f.seats().toString();
                    case SeatsReserved f -> f.seats().toString();
                    case BookingMade f -> f.booking() + " of " + f.seats();
                    case PaymentStarted f -> f.booking().toString();
                    case PaymentOpened f -> f.booking().toString();
                    case PaymentRefunded f -> f.booking().toString();
                    case PaymentSucceeded f -> f.booking().toString();
                    case PaymentFailed f -> f.booking().toString();
                    case BookingConfirmed f -> f.booking().toString();
                    case BookingEnded f -> f.booking() + " as " + f.status();
                    case BookingsExpired f -> f.bookings().toString();
                    case TicketCheckedIn f -> f.seat() + " of " + f.booking();
                    case SeatsBlocked f -> f.seats() + " as " + f.note();
                    case SeatsUnblocked f -> f.seats().toString();
                    case StatusChanged f -> f.status().name();
                    case EventChanged f -> f.details().name() + " " + f.details().policy();
                    case ListingConfirmed f -> "as of " + f.revision();
                    case ListingChanged f ->
                            of(StreamId.of(f.event())) + " as of " + f.listing().revision();
                    case VenueAdded f -> f.venue().name();
                    case EventListed f -> of(StreamId.of(f.event().id()));
                    default -> "";
                };
        return "%s %s (%s at %d)"
                .formatted(name(fact), what, fact.cause().request(), fact.cause().atMillis());
    }

    static String of(Result result) {
        return switch (result) {
            case Result.Done(Answer.Listed(var event)) -> "listed " + of(StreamId.of(event.id()));
            case Result.Done(Answer.Added(var venue)) -> "added " + venue.name();
            case Result.Done(Answer.Holds(var holds)) ->
                    holds.stream()
                            .map(hold -> hold.seat() + " until " + hold.expiresAtMillis())
                            .collect(Collectors.joining(", ", "holds ", ""));
            case Result.Done(Answer.Seats(var seats)) ->
                    seats.stream()
                            .map(seat -> seat.number() + " " + seat.record().status())
                            .collect(Collectors.joining(", "));
            case Result.Done(Answer.Booked(_, var booking)) -> "booking " + booking;
            case Result.Done(Answer.CheckedIn in) -> in.checkIn() + ", first " + in.isFirst();
            case Result.Done(Answer.Described(_, var now)) -> "described as of " + now.revision();
            case Result.Done(Answer.Done()) -> "done";
            case Result.Refused no -> no.refusal() + " " + no.seats();
            case Result.EventNotFound _, Result.Overloaded _ -> name(result);
            case Result.Unavailable why ->
                    why.reason() + (why.outcomeUnknown() ? ", outcome unknown" : "");
        };
    }

    /// What kind of thing this is.
    static String name(Object thing) {
        return thing.getClass().getSimpleName();
    }
}
