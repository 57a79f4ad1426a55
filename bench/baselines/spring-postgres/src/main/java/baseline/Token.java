package baseline;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/// The user in an `Authorization` header: `Bearer` and the base64 of his id's text.
final class Token {

    private static final String BEARER = "Bearer ";

    private Token() {}

    static UUID userIn(String authorization) {
        if (!authorization.startsWith(BEARER)) throw Refusal.unauthorized();
        try {
            byte[] text = Base64.getDecoder().decode(authorization.substring(BEARER.length()));
            return UUID.fromString(new String(text, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw Refusal.unauthorized();
        }
    }
}
