package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// The bytes of a request in whose path and body event, seat, user and booking are filled in, in
/// place, as often as it is sent.
///
/// `{event}`, `{seat}` and `{booking}` stand where ids go. A booking has the number of its visitor.
final class RequestForm {

    private static final String BOOKING_PREFIX = "00000000-0000-4000-9000-";
    private static final String NO_ID = "0".repeat(36);
    private static final int ID_LENGTH = 36;
    private static final int NUMBER_DIGITS = 12;
    private static final int SEAT_DIGITS = 5;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);

    private final byte[] bytes;
    private final List<Integer> events = new ArrayList<>();
    private final List<Integer> seats = new ArrayList<>();
    private final List<Integer> bookings = new ArrayList<>();
    private final int userAt;

    private RequestForm(String method, String path, String body) {
        String token =
                Base64.getEncoder().encodeToString(SeatRequest.userText(0).getBytes(ISO_8859_1));
        int length = filled(body).length();
        String head =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                        .formatted(method, path, token);
        String type = length == 0 ? "" : "Content-Type: application/json\r\n";
        String content = "%sContent-Length: %d\r\n\r\n%s".formatted(type, length, body);
        bytes = fill(head + content).getBytes(ISO_8859_1);
        userAt = new String(bytes, ISO_8859_1).indexOf(token) + token.length() - 16;
    }

    static RequestForm post(String path, String body) {
        return new RequestForm("POST", path, body);
    }

    static RequestForm get(String path) {
        return new RequestForm("GET", path, "");
    }

    /// From now on it is about this event, whose id's text is `id`, and seat `number` there.
    void setSeat(byte[] id, int number) {
        for (int at : events) System.arraycopy(id, 0, bytes, at, ID_LENGTH);
        for (int at : seats) {
            System.arraycopy(id, 0, bytes, at, ID_LENGTH);
            writeHex(at + ID_LENGTH, SEAT_DIGITS, number);
        }
    }

    /// From now on visitor `number` (48 bits) asks, about the booking of this number.
    void setVisitor(long number) {
        SeatRequest.writeUser(bytes, userAt, number);
        for (int at : bookings) writeHex(at + ID_LENGTH, NUMBER_DIGITS, number);
    }

    void writeTo(ByteBuffer target) {
        target.put(bytes);
    }

    /// The id of the booking of visitor `number` in these requests.
    static UUID booking(long number) {
        return UUID.fromString(BOOKING_PREFIX + "%012x".formatted(number));
    }

    private static String filled(String text) {
        return text.replace("{event}", NO_ID)
                .replace("{seat}", NO_ID)
                .replace("{booking}", BOOKING_PREFIX + "0".repeat(NUMBER_DIGITS));
    }

    /// Fills ids in from left to right, and notes where they stand.
    private String fill(String text) {
        StringBuilder full = new StringBuilder(text);
        for (int open = full.indexOf("{"); open >= 0; open = full.indexOf("{", open + 1)) {
            int close = full.indexOf("}", open);
            String word = close < 0 ? "" : full.substring(open, close + 1);
            switch (word) {
                case "{event}" -> events.add(open);
                case "{seat}" -> seats.add(open);
                case "{booking}" -> bookings.add(open);
                default -> {
                    continue;
                }
            }
            full.replace(open, close + 1, filled(word));
        }
        return full.toString();
    }

    /// Writes the lowest `digits` hexadecimal digits of `number` so that they end before `end`.
    private void writeHex(int end, int digits, long number) {
        long rest = number;
        for (int i = 1; i <= digits; i++) {
            bytes[end - i] = DIGITS[(int) (rest & 15)];
            rest >>>= 4;
        }
    }
}
