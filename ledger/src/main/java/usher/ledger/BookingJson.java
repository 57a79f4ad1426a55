package usher.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.plan.Money;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.CheckIn;
import usher.domain.selling.Payment;

/// Bookings and their parts as JSON. What a booking does not have is left out.
final class BookingJson {

    static final Words<BookingStatus> STATUS =
            Words.of(BookingStatus.values(), BookingStatus::name);

    private BookingJson() {}

    /// The fields of a whole booking.
    static void writeFields(Booking booking, JsonBytes out) {
        out.field("booking").value(booking.id().value());
        out.field("user").value(booking.user().value());
        SeatsJson.write(booking.seats(), out.field("seats"));
        writeTotal(booking.amount(), out);
        writeAsked(booking.asked(), out);
        out.field("status").plain(booking.status().name());
        out.field("since").value(booking.madeAtMillis());
        out.field("until").value(booking.expiresAtMillis());
        Payment payment = booking.payment();
        if (payment != null) PaymentJson.writeFields(payment, out);
        if (!booking.checkIns().isEmpty()) write(booking.checkIns(), out.field("checkIns"));
    }

    static void writeTotal(@Nullable Money total, JsonBytes out) {
        if (total != null) MoneyJson.write(total, out.field("total"));
    }

    static void writeAsked(long asked, JsonBytes out) {
        out.field("asked").put('"').hex(asked).put('"');
    }

    static void write(List<BookingId> bookings, JsonBytes out, String field) {
        out.field(field).beginArray();
        for (BookingId booking : bookings) out.value(booking.value());
        out.endArray();
    }

    private static void write(List<CheckIn> checkIns, JsonBytes out) {
        out.beginArray();
        for (CheckIn checkIn : checkIns) {
            out.beginObject().field("place").value(checkIn.seat());
            out.field("at").value(checkIn.atMillis()).endObject();
        }
        out.endArray();
    }

    private static List<BookingId> readIds(JsonReader json) {
        List<BookingId> bookings = new ArrayList<>();
        for (boolean more = json.beginArray(); more; more = json.nextElement()) {
            bookings.add(new BookingId(json.uuidValue()));
        }
        return bookings;
    }

    private static List<CheckIn> readCheckIns(JsonReader json) {
        List<CheckIn> checkIns = new ArrayList<>();
        for (boolean more = json.beginArray(); more; more = json.nextElement()) {
            checkIns.add(readCheckIn(json));
        }
        return checkIns;
    }

    private static CheckIn readCheckIn(JsonReader json) {
        FieldsSeen seen = new FieldsSeen();
        int seat = 0;
        long at = 0;
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) seen.add(field);
            switch (field) {
                case PLACE -> seat = json.intValue();
                case AT -> at = json.longValue();
                case null, default -> json.skipValue();
            }
        }
        return new CheckIn(seen.require(Field.PLACE, seat), seen.require(Field.AT, at));
    }

    /// What was read of a fact about bookings so far.
    static final class Draft {

        private @Nullable BookingId booking;
        private @Nullable List<BookingId> bookings;
        private @Nullable Money total;
        private long @Nullable [] asked;
        private final PaymentJson.Draft payment = new PaymentJson.Draft();
        private List<CheckIn> checkIns = List.of();
        private int seat;

        /// Reads the value of `field`; false if it says nothing of bookings.
        boolean readField(Field field, JsonReader json) {
            switch (field) {
                case BOOKING -> booking = new BookingId(json.uuidValue());
                case BOOKINGS -> bookings = readIds(json);
                case TOTAL -> total = MoneyJson.read(json);
                case ASKED -> asked = json.hexValue(1);
                case CHECK_INS -> checkIns = readCheckIns(json);
                case PLACE -> seat = json.intValue();
                default -> {
                    return payment.readField(field, json);
                }
            }
            return true;
        }

        BookingId booking() {
            return FieldsSeen.require(Field.BOOKING, booking);
        }

        @Nullable BookingId bookingOrNull() {
            return booking;
        }

        List<BookingId> bookings() {
            return FieldsSeen.require(Field.BOOKINGS, bookings);
        }

        @Nullable Money total() {
            return total;
        }

        long asked() {
            return FieldsSeen.require(Field.ASKED, asked)[0];
        }

        PaymentJson.Draft payment() {
            return payment;
        }

        int seat(FieldsSeen seen) {
            return seen.require(Field.PLACE, seat);
        }

        /// A whole booking.
        Booking restated(UserId user, SeatSet seats, BookingStatus status, long since, long until) {
            return new Booking(
                    booking(),
                    user,
                    seats,
                    total,
                    asked(),
                    status,
                    since,
                    until,
                    payment.whole(),
                    checkIns);
        }
    }
}
