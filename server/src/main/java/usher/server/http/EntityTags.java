package usher.server.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Versions as entity tags ([RFC 9110,
/// 8.8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3)):
/// version 7 is `"7"`.
public final class EntityTags {

    private static final char QUOTE = '"';

    private EntityTags() {}

    /// The answer to whoever knows `version` already.
    public static Response notModified(long version) {
        return Response.notModified(of(version)).build();
    }

    /// What was asked for, as of `version`, in JSON.
    public static Response ok(long version, byte[] body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).tag(of(version)).build();
    }

    /// The tag of `version`.
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /// Whether the header names `version`.
    public static boolean knows(@Nullable String ifNoneMatch, long version) {
        return knows(ifNoneMatch, Long.toString(version));
    }

    /// Whether the header names the tag `wanted`: `*`, or a list of tags, strong or weak. What is
    /// malformed in it names nothing.
    static boolean knows(@Nullable String ifNoneMatch, String wanted) {
        if (ifNoneMatch == null) return false;
        if (ifNoneMatch.strip().equals("*")) return true;
        int open = ifNoneMatch.indexOf(QUOTE);
        while (open >= 0) {
            int close = ifNoneMatch.indexOf(QUOTE, open + 1);
            if (close < 0) return false;
            boolean isSame = close - open - 1 == wanted.length();
            if (isSame && ifNoneMatch.startsWith(wanted, open + 1)) return true;
            open = ifNoneMatch.indexOf(QUOTE, close + 1);
        }
        return false;
    }
}
