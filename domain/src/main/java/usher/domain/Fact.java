package usher.domain;

import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
import usher.domain.event.EventChanged;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.seating.SeatsRestated;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingRestated;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;

/// Something that happened, in the past tense. Immutable, kept in the ledger for ever.
///
/// The `…Restated` facts never happened: they stand only in snapshots, for what no natural fact
/// says.
public sealed interface Fact
        permits SeatsHeld,
                HoldsRefreshed,
                HoldsReleased,
                HoldsExpired,
                SeatsReserved,
                BookingMade,
                PaymentStarted,
                PaymentOpened,
                PaymentSucceeded,
                PaymentFailed,
                PaymentRefunded,
                BookingConfirmed,
                BookingEnded,
                BookingsExpired,
                TicketCheckedIn,
                BookingRestated,
                SeatsBlocked,
                SeatsUnblocked,
                EventOpened,
                EventChanged,
                StatusChanged,
                ListingConfirmed,
                EventRestated,
                EventListed,
                ListingChanged,
                VenueAdded,
                SeatsRestated,
                KeysRestated {

    Cause cause();
}
