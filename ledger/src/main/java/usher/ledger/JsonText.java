package usher.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Turns the inside of a JSON string into text: escapes undone, and no bytes that are not UTF-8.
final class JsonText {

    private static final int NO_CHAR = -1;

    private JsonText() {}

    /// The text that stands between the quotes, from byte `from` up to byte `to`; null if it is not
    /// UTF-8 or has an escape that does not exist.
    static @Nullable String decode(byte[] json, int from, int to) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(json, from, to - from);
            return unescape(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static @Nullable String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        for (int escape = text.indexOf('\\'); escape >= 0; escape = text.indexOf('\\', at)) {
            plain.append(text, at, escape);
            boolean isUnicode = text.charAt(escape + 1) == 'u';
            int c = isUnicode ? unicode(text, escape + 2) : single(text.charAt(escape + 1));
            if (c == NO_CHAR) return null;
            plain.append((char) c);
            at = escape + (isUnicode ? 6 : 2);
        }
        return plain.append(text, at, text.length()).toString();
    }

    private static int single(char kind) {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> NO_CHAR;
        };
    }

    private static int unicode(String text, int from) {
        if (from + 4 > text.length()) return NO_CHAR;
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Digits.hexValue((byte) c) : -1;
            if (digit < 0) return NO_CHAR;
            code = (code << 4) | digit;
        }
        return code;
    }
}
