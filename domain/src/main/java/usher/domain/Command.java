package usher.domain;

import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.catalog.AddVenue;
import usher.domain.catalog.ChangeListing;
import usher.domain.catalog.ListEvent;
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

/// Something asked of a state machine, in the imperative. Immutable; carries its time and its user.
public sealed interface Command
        permits HoldSeats,
                HoldBestSeats,
                RefreshHolds,
                ReleaseHolds,
                ReleaseAllHolds,
                ExpireHolds,
                ReserveSeats,
                MakeBooking,
                PayBooking,
                StartPayment,
                ReportPayment,
                CancelBooking,
                CheckInTicket,
                BlockSeats,
                UnblockSeats,
                UnblockAllSeats,
                ChangeEvent,
                ChangeStatus,
                ConfirmListing,
                ListEvent,
                ChangeListing,
                AddVenue {

    Cause cause();

    /// The moment at which this is decided, in milliseconds since 1970.
    default long atMillis() {
        return cause().atMillis();
    }

    /// The user who asks.
    default UserId user() {
        return cause().user();
    }
}
