package usher.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pulls values out of JSON in UTF-8, one after another, as the caller expects them.
///
/// Strict [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259): what is no JSON, or not of the type
/// asked for, is a [LedgerException] that says where. Objects and arrays are walked with
///
/// ```
/// for (boolean more = json.beginObject(); more; more = json.nextField()) { … }
/// ```
///
/// Within such a loop the current name must be looked up before its value is read.
final class JsonReader {

    private static final int DEPTH_MAX = 64;
    private static final int UUID_LENGTH = 36;

    private final byte[] json;
    private final int start;
    private final int end;
    private int at;
    /// Whether the last string is ASCII without escapes: then its bytes are its characters.
    private boolean plain;
    private byte[] name;
    private int nameFrom;
    private int nameTo;

    /// Reads `json` from byte `from` up to, not including, byte `to`.
    JsonReader(byte[] json, int from, int to) {
        this.json = json;
        this.name = json;
        this.start = from;
        this.at = from;
        this.end = to;
    }

    /// Steps into an object; whether it has a first field.
    boolean beginObject() {
        expect('{', "an object");
        if (skipIf('}')) return false;
        readName();
        return true;
    }

    /// Steps to the next field of the object; whether there is one.
    boolean nextField() {
        if (skipIf('}')) return false;
        expect(',', "',' or '}'");
        readName();
        return true;
    }

    /// Steps into an array; whether it has a first element.
    boolean beginArray() {
        expect('[', "an array");
        return !skipIf(']');
    }

    /// Steps to the next element of the array; whether there is one.
    boolean nextElement() {
        if (skipIf(']')) return false;
        expect(',', "',' or ']'");
        return true;
    }

    /// Whether the next value is an array.
    boolean isArray() {
        return peek() == '[';
    }

    /// What the current name stands for; null if it is unknown.
    <E extends Enum<E>> @Nullable E name(Words<E> words) {
        return words.find(name, nameFrom, nameTo);
    }

    /// The next value, a string that must be one of `words`.
    <E extends Enum<E>> E word(Words<E> words) {
        expect('"', "a string");
        int from = at;
        int to = endOfString();
        E word = plain ? words.find(json, from, to) : words.find(text(from, to));
        if (word == null) throw wrong("one of " + words.all(), from);
        return word;
    }

    /// The next value, a whole number of 64 bits.
    long longValue() {
        skipSpace();
        int from = at;
        boolean negative = at < end && json[at] == '-';
        if (negative) at++;
        int first = at;
        try {
            long negated = negatedDigits();
            boolean leadingZero = at - first > 1 && json[first] == '0';
            if (at == first || leadingZero || isFraction()) throw wrong("a whole number", from);
            return negative ? negated : Math.negateExact(negated);
        } catch (ArithmeticException e) {
            throw wrong("a number of 64 bits", from);
        }
    }

    /// The next value, a whole number of 32 bits.
    int intValue() {
        int from = at;
        long value = longValue();
        if (value != (int) value) throw wrong("a number of 32 bits", from);
        return (int) value;
    }

    /// The next value, a string.
    String stringValue() {
        expect('"', "a string");
        int from = at;
        return text(from, endOfString());
    }

    /// The next value, a UUID as a string.
    UUID uuidValue() {
        expect('"', "a UUID");
        int from = at;
        if (end - from <= UUID_LENGTH || !isUuidAt(from)) throw wrong("a UUID", from);
        long high = (hex(from, 8) << 32) | (hex(from + 9, 4) << 16) | hex(from + 14, 4);
        long low = (hex(from + 19, 4) << 48) | hex(from + 24, 12);
        at = from + UUID_LENGTH + 1;
        return new UUID(high, low);
    }

    /// The next value, a string of `words` times 16 hexadecimal digits.
    long[] hexValue(int words) {
        expect('"', "hexadecimal digits");
        int digits = Long.SIZE / 4;
        int from = at;
        int to = from + words * digits;
        if (to >= end || json[to] != '"') throw wrong(words * digits + " hexadecimal digits", from);
        long[] value = new long[words];
        for (int i = 0; i < words; i++) value[i] = hex(from + i * digits, digits);
        at = to + 1;
        return value;
    }

    /// The next value, true or false.
    boolean booleanValue() {
        boolean value = peek() == 't';
        skipLiteral(value ? "true" : "false");
        return value;
    }

    /// Steps over the next value, whatever it is.
    void skipValue() {
        skipValue(0);
    }

    /// Nothing may follow.
    void end() {
        skipSpace();
        if (at != end) throw wrong("the end", at);
    }

    /// The trouble that something else than `expected` stands here.
    LedgerException wrong(String expected) {
        return wrong(expected, at);
    }

    private void skipValue(int depth) {
        if (depth > DEPTH_MAX) throw wrong("at most " + DEPTH_MAX + " levels");
        switch (peek()) {
            case '{' -> {
                for (boolean more = beginObject(); more; more = nextField()) skipValue(depth + 1);
            }
            case '[' -> {
                for (boolean more = beginArray(); more; more = nextElement()) skipValue(depth + 1);
            }
            case '"' -> {
                stringValue();
            }
            case 't' -> skipLiteral("true");
            case 'f' -> skipLiteral("false");
            case 'n' -> skipLiteral("null");
            default -> skipNumber();
        }
    }

    private void skipLiteral(String literal) {
        int from = at;
        for (int i = 0; i < literal.length(); i++, at++) {
            if (at == end || json[at] != literal.charAt(i)) throw wrong("a value", from);
        }
    }

    private void skipNumber() {
        int after = JsonNumber.endOf(json, at, end);
        if (after < 0) throw wrong("a value");
        at = after;
    }

    /// The digits from here on, as a negative number: there is one more of those.
    private long negatedDigits() {
        long negated = 0;
        for (; at < end && JsonNumber.isDigit(json[at]); at++) {
            int digit = json[at] - '0';
            negated = Math.subtractExact(Math.multiplyExact(negated, 10L), digit);
        }
        return negated;
    }

    private void readName() {
        expect('"', "the name of a field");
        name = json;
        nameFrom = at;
        nameTo = endOfString();
        if (!plain) {
            name = text(nameFrom, nameTo).getBytes(StandardCharsets.UTF_8);
            nameFrom = 0;
            nameTo = name.length;
        }
        expect(':', "':'");
    }

    private String text(int from, int to) {
        if (plain) return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
        String text = JsonText.decode(json, from, to);
        if (text == null) throw wrong("UTF-8, and only known escapes", from);
        return text;
    }

    /// Steps behind the string that began before here; where its closing quote stands.
    private int endOfString() {
        int i = at;
        while (i < end && isPlain(json[i])) i++;
        at = i;
        plain = i < end && json[i] == '"';
        return plain ? at++ : endOfOddString();
    }

    private int endOfOddString() {
        for (; at < end; at++) {
            byte b = json[at];
            if (b == '"') return at++;
            if (b >= 0 && b < ' ') throw wrong("no control character in a string");
            if (b == '\\') at++;
        }
        throw wrong("the end of a string");
    }

    private boolean isUuidAt(int from) {
        return json[from + 8] == '-'
                && json[from + 13] == '-'
                && json[from + 18] == '-'
                && json[from + 23] == '-'
                && json[from + UUID_LENGTH] == '"';
    }

    private long hex(int from, int digits) {
        long value = 0;
        int seen = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Digits.hexValue(json[i]);
            seen |= digit;
            value = (value << 4) | (digit & 0xF);
        }
        if (seen < 0) throw wrong("hexadecimal digits", from);
        return value;
    }

    private void expect(char ascii, String expected) {
        if (peek() != ascii) throw wrong(expected, at);
        at++;
    }

    private boolean skipIf(char ascii) {
        if (peek() != ascii) return false;
        at++;
        return true;
    }

    private byte peek() {
        skipSpace();
        if (at >= end) throw wrong("more");
        return json[at];
    }

    private void skipSpace() {
        while (at < end && json[at] <= ' ' && isSpace(json[at])) at++;
    }

    private boolean isFraction() {
        return at < end && (json[at] == '.' || json[at] == 'e' || json[at] == 'E');
    }

    private LedgerException wrong(String expected, int where) {
        return new LedgerException(
                "byte " + (where - start) + " of the JSON: expected " + expected);
    }

    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
