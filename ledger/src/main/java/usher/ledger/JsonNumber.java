package usher.ledger;

/// The grammar of numbers in [RFC 8259, section
/// 6](https://www.rfc-editor.org/rfc/rfc8259#section-6).
final class JsonNumber {

    private JsonNumber() {}

    /// Where the number ends that begins at `from`; -1 if none does before `end`.
    static int endOf(byte[] json, int from, int end) {
        int first = is(json, from, end, '-') ? from + 1 : from;
        int at = endOfDigits(json, first, end);
        if (at > first + 1 && json[first] == '0') return -1;
        if (is(json, at, end, '.')) at = endOfDigits(json, at + 1, end);
        if (!is(json, at, end, 'e') && !is(json, at, end, 'E')) return at;
        boolean signed = is(json, at + 1, end, '+') || is(json, at + 1, end, '-');
        return endOfDigits(json, signed ? at + 2 : at + 1, end);
    }

    static boolean isDigit(byte ascii) {
        return ascii >= '0' && ascii <= '9';
    }

    private static int endOfDigits(byte[] json, int from, int end) {
        int at = from;
        while (at < end && isDigit(json[at])) at++;
        return at == from ? -1 : at;
    }

    private static boolean is(byte[] json, int at, int end, char ascii) {
        return at >= 0 && at < end && json[at] == ascii;
    }
}
