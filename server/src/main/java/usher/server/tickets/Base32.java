package usher.server.tickets;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Bytes as capital letters and digits, five bits each, without padding ([RFC 4648,
/// 6](https://www.rfc-editor.org/rfc/rfc4648#section-6)).
///
/// A QR code has a denser mode for such texts, addresses and keyboards take them as they are.
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int ASCII = 128;
    private static final byte[] VALUES = values();

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * Byte.SIZE + BITS - 1) / BITS);
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = buffer << Byte.SIZE | Byte.toUnsignedInt(next);
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(ALPHABET.charAt(buffer >>> (bits - BITS) & MASK));
            }
        }
        if (bits > 0) text.append(ALPHABET.charAt(buffer << (BITS - bits) & MASK));
        return text.toString();
    }

    /// The bytes that `text` stands for, in capital or small letters; empty if it stands for none.
    /// No two texts, but for the size of letters, stand for the same bytes.
    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * BITS / Byte.SIZE);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c < ASCII ? VALUES[c] : -1;
            if (value < 0) return new byte[0];
            buffer = buffer << BITS | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >>> bits);
            }
        }
        boolean isCanonical = bits < BITS && (buffer & (1 << bits) - 1) == 0;
        return isCanonical ? bytes.toByteArray() : new byte[0];
    }

    private static byte[] values() {
        byte[] values = new byte[ASCII];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            char c = ALPHABET.charAt(i);
            values[c] = (byte) i;
            values[Character.toLowerCase(c)] = (byte) i;
        }
        return values;
    }
}
