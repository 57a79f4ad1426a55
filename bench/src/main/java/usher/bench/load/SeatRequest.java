package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/// The bytes of a request about seats, in which event, seat and user are overwritten in place.
///
/// A user's token is the base64 of his UUID's text. Three characters of the text are four of the
/// token, so the 12 hexadecimal digits of a user's number are four look-ups in a table.
final class SeatRequest {

    private static final String USER_PREFIX = "00000000-0000-4000-8000-";
    private static final String NO_ID = "0".repeat(36);
    private static final int ID_LENGTH = 36;
    private static final int SEAT_DIGITS = 5;
    private static final int TRIPLETS = 4096;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);
    private static final byte[] TRIPLET_TOKENS = tripletTokens();

    private final byte[] bytes;
    private final int eventAt;
    private final int seatAt;
    private final int userAt;

    private SeatRequest(String path, String body) {
        String token = Base64.getEncoder().encodeToString(userText(0).getBytes(ISO_8859_1));
        String text =
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token
                        + (body.isEmpty() ? "" : "\r\nContent-Type: application/json")
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        bytes = text.getBytes(ISO_8859_1);
        eventAt = text.indexOf(NO_ID);
        seatAt = text.indexOf(NO_ID, eventAt + ID_LENGTH);
        userAt = text.indexOf(token) + token.length() - 16;
    }

    /// Asks for `call` of a seat.
    static SeatRequest of(Call call) {
        String path = "/v1/events/" + NO_ID + "/seats/" + NO_ID + "/" + call.path();
        return new SeatRequest(path, "");
    }

    /// Asks for the best `quantity` seats of an event.
    static SeatRequest ofBest(int quantity) {
        String body = "{\"bestAvailable\":{\"quantity\":%d}}".formatted(quantity);
        return new SeatRequest("/v1/events/" + NO_ID + "/holds", body);
    }

    /// The UUID that user `number` (48 bits) has in these requests.
    static UUID user(long number) {
        return UUID.fromString(userText(number));
    }

    /// From now on it is about this event, whose id's text is `id`.
    void setEvent(byte[] id) {
        System.arraycopy(id, 0, bytes, eventAt, ID_LENGTH);
        if (seatAt > 0) System.arraycopy(id, 0, bytes, seatAt, ID_LENGTH);
    }

    /// From now on it is about seat `number` of that event: the 20 lowest bits of the seat's id.
    void setSeat(int number) {
        int at = seatAt + ID_LENGTH - 1;
        int rest = number;
        for (int i = 0; i < SEAT_DIGITS; i++) {
            bytes[at - i] = DIGITS[rest & 15];
            rest >>>= 4;
        }
    }

    /// From now on user `number` (48 bits) asks.
    void setUser(long number) {
        writeUser(bytes, userAt, number);
    }

    /// Writes the last 16 characters of the token of user `number` (48 bits).
    static void writeUser(byte[] bytes, int at, long number) {
        for (int i = 0; i < 4; i++) {
            int triplet = (int) (number >>> (36 - 12 * i)) & (TRIPLETS - 1);
            System.arraycopy(TRIPLET_TOKENS, 4 * triplet, bytes, at + 4 * i, 4);
        }
    }

    void writeTo(ByteBuffer target) {
        target.put(bytes);
    }

    /// The text of the UUID of user `number` (48 bits).
    static String userText(long number) {
        return USER_PREFIX + "%012x".formatted(number);
    }

    private static byte[] tripletTokens() {
        byte[] tokens = new byte[4 * TRIPLETS];
        for (int triplet = 0; triplet < TRIPLETS; triplet++) {
            byte[] text = "%03x".formatted(triplet).getBytes(ISO_8859_1);
            System.arraycopy(Base64.getEncoder().encode(text), 0, tokens, 4 * triplet, 4);
        }
        return tokens;
    }
}
