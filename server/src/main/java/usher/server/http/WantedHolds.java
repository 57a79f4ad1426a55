package usher.server.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.access.CodeHash;
import usher.domain.choosing.BestPlaces;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.plan.Section;

/// What the body of a hold of several seats asks for: `{seats}`, or `{bestAvailable}` for the best
/// that there are, both with `{holdSeconds, accessCode}`.
///
/// @param command what it asks for, but for its cause
/// @param code the access code that it gives; null: none
record WantedHolds(Function<Cause, Command> command, @Nullable CodeHash code) {

    private static final int SEATS_MAX = 1000;

    /// What `body` asks for.
    ///
    /// @throws Problem naming each field that is wrong, and every id that is no seat's
    static WantedHolds in(byte[] body, EventId event) {
        Fields fields = Fields.of(body);
        HoldTerms terms = HoldTerms.read(fields, event);
        @Nullable Fields best = fields.optionalObject("bestAvailable");
        Function<Cause, Command> wanted =
                best == null ? seats(fields, event, terms) : best(best, terms);
        if (best != null && fields.has("seats")) {
            fields.wrong("seats", "must be left out where bestAvailable is asked for");
        }
        fields.done();
        return new WantedHolds(wanted, terms.code());
    }

    private static Function<Cause, Command> seats(Fields fields, EventId event, HoldTerms terms) {
        SeatSet seats = SeatIds.read(fields, event, SEATS_MAX);
        return cause -> new HoldSeats(cause, seats, terms.seconds(), terms.code());
    }

    private static Function<Cause, Command> best(Fields fields, HoldTerms terms) {
        @Nullable String tier = fields.optionalText("tier", Section.NAME_LENGTH_MAX);
        int quantity = fields.integer("quantity", 1, BestPlaces.QUANTITY_MAX);
        boolean accessible = fields.flag("accessible");
        fields.refuseUnknown();
        return cause ->
                new HoldBestSeats(cause, tier, quantity, accessible, terms.seconds(), terms.code());
    }
}
