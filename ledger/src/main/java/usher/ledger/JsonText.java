package usher.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Turns the inside of a JSON string into text: escapes undone, and no bytes that are not UTF-8.
final class JsonText {

    private JsonText() {}

    /// The text that stands between the quotes, from byte `from` up to byte `to`.
    static String decode(byte[] json, int from, int to) {
        return unescape(utf8(json, from, to));
    }

    private static String utf8(byte[] json, int from, int to) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(json, from, to - from);
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new LedgerException("byte " + from + " of the JSON: a string is not UTF-8", e);
        }
    }

    private static String unescape(String text) {
        int escape = text.indexOf('\\');
        if (escape < 0) return text;
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        for (; escape >= 0; escape = text.indexOf('\\', at)) {
            plain.append(text, at, escape);
            char kind = text.charAt(escape + 1);
            plain.append(kind == 'u' ? unicode(text, escape + 2) : single(kind));
            at = escape + (kind == 'u' ? 6 : 2);
        }
        return plain.append(text, at, text.length()).toString();
    }

    private static char single(char kind) {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new LedgerException("the JSON has an unknown escape: \\" + kind);
        };
    }

    private static char unicode(String text, int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < text.length() && text.charAt(i) < 0x80 ? digit(text.charAt(i)) : -1;
            if (digit < 0) throw new LedgerException("the JSON has an escape \\u without 4 digits");
            code = (code << 4) | digit;
        }
        return (char) code;
    }

    private static int digit(char c) {
        return Character.digit(c, 16);
    }
}
