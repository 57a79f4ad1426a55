package usher.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// A growing buffer into which JSON is written as UTF-8, without an object per value.
///
/// Commas come by themselves: a value, a field or an opening bracket is separated from what stands
/// before it in the same array or object. [#raw] and [#ascii] copy and separate nothing. To be
/// reused: [#clear] keeps the memory. Not thread-safe.
public final class JsonBytes {

    private static final int UUID_LENGTH = 36;

    private byte[] bytes;
    private int size;

    /// An empty buffer with room for `capacity` bytes (1 or more) before it has to grow.
    public JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    /// Forgets what was written.
    public JsonBytes clear() {
        size = 0;
        return this;
    }

    /// How many bytes are written.
    public int size() {
        return size;
    }

    /// The buffer itself, of which the first [#size] bytes count, until the next call to this.
    public byte[] array() {
        return bytes;
    }

    /// A copy of what is written.
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /// Copies JSON that was rendered before.
    public JsonBytes raw(byte[] json) {
        return raw(json, 0, json.length);
    }

    /// Copies `length` bytes from `from` on of JSON that was rendered before.
    public JsonBytes raw(byte[] json, int from, int length) {
        reserve(length);
        System.arraycopy(json, from, bytes, size, length);
        size += length;
        return this;
    }

    /// Copies `text`, of ASCII characters only, as it is.
    @SuppressWarnings("deprecation")
    public JsonBytes ascii(String text) {
        // By far the fastest way: it takes the low byte of each character, and here is no other.
        int length = text.length();
        reserve(length);
        text.getBytes(0, length, bytes, size);
        size += length;
        return this;
    }

    public JsonBytes beginObject() {
        return separated('{');
    }

    /// The beginning of an object that was rendered before, as ASCII.
    JsonBytes opening(String beginning) {
        return separate().ascii(beginning);
    }

    public JsonBytes endObject() {
        return put('}');
    }

    public JsonBytes beginArray() {
        return separated('[');
    }

    public JsonBytes endArray() {
        return put(']');
    }

    /// The name of a field, of ASCII characters without `"` and `\`; its value comes next.
    public JsonBytes field(String name) {
        return separated('"').ascii(name).put('"').put(':');
    }

    public JsonBytes value(boolean value) {
        return separate().ascii(value ? "true" : "false");
    }

    public JsonBytes nullValue() {
        return separate().ascii("null");
    }

    public JsonBytes value(long value) {
        separate();
        if (value == Long.MIN_VALUE) return ascii("-9223372036854775808");
        reserve(1 + Digits.LONG_DIGITS_MAX);
        if (value < 0) bytes[size++] = '-';
        size = Digits.putDecimal(Math.abs(value), bytes, size);
        return this;
    }

    /// A string. A surrogate without its other half, which UTF-8 cannot say, is escaped.
    public JsonBytes value(String text) {
        separated('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                put(c);
            } else if (Character.isHighSurrogate(c) && isLowSurrogateAt(text, i + 1)) {
                putUtf8(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                putSpecial(c);
            }
        }
        return put('"');
    }

    /// A string of printable ASCII characters without `"` and `\`, such as a request's id.
    public JsonBytes plain(String text) {
        return separated('"').ascii(text).put('"');
    }

    /// A UUID as a string.
    public JsonBytes value(UUID id) {
        separated('"');
        reserve(UUID_LENGTH);
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        putHex(high >>> 32, 8).put('-').putHex(high >>> 16, 4).put('-').putHex(high, 4).put('-');
        return putHex(low >>> 48, 4).put('-').putHex(low >>> 32, 4).putHex(low, 8).put('"');
    }

    /// The 16 hexadecimal digits of `bits`, without quotes.
    public JsonBytes hex(long bits) {
        reserve(Long.SIZE / 4);
        return putHex(bits, Long.SIZE / 4);
    }

    /// One character of ASCII as it is.
    public JsonBytes put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private JsonBytes separated(char ascii) {
        return separate().put(ascii);
    }

    private JsonBytes separate() {
        if (size == 0) return this;
        return switch (bytes[size - 1]) {
            case '{', '[', ':', ',' -> this;
            default -> put(',');
        };
    }

    private JsonBytes putHex(long bits, int digits) {
        size = Digits.putHex(bits, digits, bytes, size);
        return this;
    }

    private void putSpecial(char c) {
        switch (c) {
            case '"', '\\' -> put('\\').put(c);
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                if (c < ' ' || Character.isSurrogate(c)) {
                    ascii("\\u").reserve(4);
                    putHex(c, 4);
                } else {
                    putUtf8(c);
                }
            }
        }
    }

    private void putUtf8(int codePoint) {
        if (codePoint < 0x80) {
            put((char) codePoint);
        } else if (codePoint < 0x800) {
            put((char) (0xC0 | (codePoint >> 6)));
            putContinuation(codePoint);
        } else if (codePoint < 0x10000) {
            put((char) (0xE0 | (codePoint >> 12)));
            putContinuation(codePoint >> 6);
            putContinuation(codePoint);
        } else {
            put((char) (0xF0 | (codePoint >> 18)));
            putContinuation(codePoint >> 12);
            putContinuation(codePoint >> 6);
            putContinuation(codePoint);
        }
    }

    private void putContinuation(int bits) {
        put((char) (0x80 | (bits & 0x3F)));
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), 2 * bytes.length));
        }
    }

    private static boolean isLowSurrogateAt(String text, int index) {
        return index < text.length() && Character.isLowSurrogate(text.charAt(index));
    }
}
