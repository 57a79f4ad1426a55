package usher.server.http;

import java.nio.ByteBuffer;
import usher.domain.IdempotencyKey;
import usher.domain.UserId;

/// Reads the `Idempotency-Key` header (the IETF draft *The Idempotency-Key HTTP Header Field*).
///
/// What is kept of it is a hash of the user and the key, and one of the request, both SHA-256 cut
/// short.
final class IdempotencyKeys {

    private static final int LENGTH_MAX = 255;

    private IdempotencyKeys() {}

    /// The key under which `user` asks for something.
    ///
    /// @param uri what is asked for, together with `body`
    /// @throws Problem if the key is empty or too long
    static IdempotencyKey read(String header, UserId user, String uri, byte[] body) {
        if (header.isBlank() || header.length() > LENGTH_MAX) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "The Idempotency-Key must have 1 to 255 characters.");
        }
        ByteBuffer name = Sha256.of(user.toString(), header);
        return new IdempotencyKey(
                name.getLong(), name.getLong(), Sha256.of(Sha256.bytes(uri), body).getLong());
    }
}
