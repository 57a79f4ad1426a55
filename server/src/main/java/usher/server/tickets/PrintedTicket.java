package usher.server.tickets;

import io.quarkus.qute.RawString;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Money;
import usher.domain.selling.CheckIn;
import usher.domain.venue.Location;
import usher.server.language.Language;

/// What people read on a ticket, in their language.
///
/// @param when null: nobody knows yet
/// @param where the venue; null: nobody said
/// @param tier null: the event knows none
/// @param price null: the event knows no prices
/// @param number which of the tickets it is that are printed together
/// @param stamp why it lets nobody in, or not again; null: it does
/// @param code what its QR code says; null: it lets nobody in any more, so there is none
public record PrintedTicket(
        String event,
        @Nullable String when,
        @Nullable String where,
        String place,
        @Nullable String tier,
        @Nullable String price,
        String number,
        String booking,
        String hint,
        @Nullable String stamp,
        @Nullable String code) {

    /// @param number the place of `ticket` among `all` that are printed together, from 1
    static PrintedTicket of(Ticket ticket, int number, int all, Language language) {
        Instant startsAt = ticket.now().startsAt();
        ZoneId zone = TicketPages.zone(ticket.event());
        Location location = ticket.event().location();
        String place = ticket.place();
        Money price = ticket.price();
        return new PrintedTicket(
                ticket.now().name(),
                startsAt == null ? null : language.say(startsAt, zone),
                location == null ? null : location.name(),
                place == null ? language.say("ticket.seat", String.valueOf(ticket.seat())) : place,
                ticket.tier(),
                price == null ? null : language.say(price),
                language.say("ticket.number", String.valueOf(number), String.valueOf(all)),
                language.say("ticket.booking", ticket.booking().id()),
                language.say("ticket.hint"),
                stamp(ticket, language, zone),
                ticket.status().isGood() ? ticket.code() : null);
    }

    /// Its QR code as SVG; null: it has none.
    public @Nullable RawString qr() {
        return code == null ? null : new RawString(QrCode.of(code).svg());
    }

    private static @Nullable String stamp(Ticket ticket, Language language, ZoneId zone) {
        String key = "ticket." + ticket.status().word();
        CheckIn checkIn = ticket.checkIn();
        return switch (ticket.status()) {
            case VALID -> null;
            case CHECKED_IN ->
                    checkIn == null
                            ? null
                            : language.say(
                                    key,
                                    language.say(Instant.ofEpochMilli(checkIn.atMillis()), zone));
            case CANCELLED, REFUNDED -> language.say(key);
        };
    }
}
