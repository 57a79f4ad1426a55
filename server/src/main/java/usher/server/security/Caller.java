package usher.server.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.UserId;
import usher.server.http.Ids;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// Who calls, as the `Authorization` header of a request says.
///
/// In `dev` that is `Bearer` and the base64 of a UUID as text: nothing is proven.
public record Caller(UserId user) {

    private static final String SCHEME = "Bearer ";

    /// Somebody who did not say who he is, where he need not: the nil UUID ([RFC 9562,
    /// 5.9](https://www.rfc-editor.org/rfc/rfc9562#section-5.9)).
    private static final Caller NOBODY = new Caller(new UserId(new UUID(0, 0)));

    /// The caller that a header's value names; nobody in particular if there is no header.
    ///
    /// @throws Problem if it is malformed
    public static Caller ifNamed(@Nullable String value) {
        return value == null ? NOBODY : fromHeader(value);
    }

    /// The caller that a header's value names.
    ///
    /// @throws Problem if it is missing or malformed
    public static Caller fromHeader(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized("Send the header 'Authorization: Bearer <base64 of your user id>'.");
        }
        return new Caller(new UserId(Ids.uuid(decoded(value), Caller::noUuid)));
    }

    private static String decoded(String value) {
        try {
            byte[] token = Base64.getDecoder().decode(value.substring(SCHEME.length()).strip());
            return new String(token, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException noBase64) {
            throw unauthorized("The bearer token must be base64.");
        }
    }

    private static Problem noUuid() {
        return unauthorized("The bearer token must be the base64 of a UUID.");
    }

    private static Problem unauthorized(String detail) {
        return new Problem(ProblemType.UNAUTHORIZED, detail);
    }
}
