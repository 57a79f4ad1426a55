package usher.server.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.access.CodeHash;

/// An access code as somebody gives it: spaces around it and its case do not matter.
///
/// What is kept is a hash of it and the id of its event, SHA-256 cut short: the same word at two
/// events does not look alike.
final class GivenCode {

    static final int LENGTH_MAX = 64;

    private GivenCode() {}

    /// The code in the field `accessCode`; null if there is none.
    static @Nullable CodeHash read(Fields fields, EventId event) {
        String word = fields.optionalText("accessCode", LENGTH_MAX);
        return word == null ? null : hash(event, normalized(word));
    }

    static String normalized(String word) {
        return word.strip().toUpperCase(Locale.ROOT);
    }

    static CodeHash hash(EventId event, String normalized) {
        ByteBuffer hash = Sha256.of(event.toString(), normalized);
        return new CodeHash(hash.getLong(), hash.getLong());
    }
}
