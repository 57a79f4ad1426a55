package usher.ledger.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Steps through one line that [EntryLine] wrote, in the order in which it was written.
///
/// Whatever else stands there is a [DamagedLine]. Not thread-safe.
final class LineCursor {

    private static final int UUID_LENGTH = 36;

    private final byte[] bytes;
    private final int end;
    private int at;

    LineCursor(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    int at() {
        return at;
    }

    /// Steps over `ascii` if it stands here.
    boolean skip(String ascii) {
        int length = ascii.length();
        if (end - at < length) return false;
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != ascii.charAt(i)) return false;
        }
        at += length;
        return true;
    }

    void expect(String ascii) {
        if (!skip(ascii)) throw new DamagedLine("expected " + ascii);
    }

    long number() {
        boolean negative = skip("-");
        int first = at;
        long value = 0;
        for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = value * 10 - (bytes[at] - '0');
        }
        if (at == first) throw new DamagedLine("expected a number");
        return negative ? value : -value;
    }

    /// The number after `name`, with spaces before it.
    long paddedNumber(String name) {
        expect(name);
        while (at < end && bytes[at] == ' ') at++;
        return number();
    }

    UUID uuid() {
        if (end - at < UUID_LENGTH) throw new DamagedLine("expected a UUID");
        try {
            UUID id = UUID.fromString(text(UUID_LENGTH));
            at += UUID_LENGTH;
            return id;
        } catch (IllegalArgumentException e) {
            throw new DamagedLine("expected a UUID");
        }
    }

    /// The characters up to the next quote, which is stepped over.
    String plain() {
        int length = 0;
        while (at + length < end && bytes[at + length] != '"') length++;
        String text = text(length);
        at += length;
        expect("\"");
        return text;
    }

    private String text(int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }
}
