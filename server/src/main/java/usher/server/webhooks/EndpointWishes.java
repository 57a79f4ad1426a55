package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.IdempotencyKey;
import usher.ledger.FactCodec;
import usher.server.http.Asker;
import usher.server.http.Fields;
import usher.server.http.Problem;

/// Reads what organizers want of endpoints.
@Singleton
final class EndpointWishes {

    static final int DESCRIPTION_LENGTH_MAX = 300;

    private static final List<String> FACTS = FactCodec.names();
    private static final long UUID_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Targets targets;

    EndpointWishes(Targets targets) {
        this.targets = targets;
    }

    /// The endpoint that the body of a `POST` describes.
    ///
    /// @throws Problem naming each field that is wrong
    Endpoint read(Fields fields, Asker asker, long nowMillis) {
        Endpoint.Wish wish =
                new Endpoint.Wish(
                        url(fields),
                        facts(fields),
                        fields.optionalText("description", DESCRIPTION_LENGTH_MAX));
        Long since = since(fields, nowMillis);
        fields.done();
        IdempotencyKey once = asker.once();
        return new Endpoint(
                once == null ? UUID.randomUUID() : id(once),
                wish,
                true,
                null,
                nowMillis,
                new Endpoint.Course(since == null ? nowMillis : since, 1),
                new Endpoint.SecretAge(1, 0),
                once == null ? 0 : once.body());
    }

    /// What the body of a `PATCH` makes of `now`.
    ///
    /// @throws Problem naming each field that is wrong
    Endpoint patched(Endpoint now, Fields fields) {
        Endpoint.Wish old = now.wish();
        String url = fields.names("url") ? url(fields) : old.url();
        List<String> facts = fields.names("facts") ? facts(fields) : old.facts();
        String description = old.description();
        if (fields.names("description")) {
            description = fields.optionalText("description", DESCRIPTION_LENGTH_MAX);
        }
        boolean isEnabled = isEnabled(fields, now.isEnabled());
        fields.done();
        Endpoint.Wish wish = new Endpoint.Wish(url, facts, description);
        return now.with(wish, isEnabled, isEnabled ? null : now.reason());
    }

    /// A moment that is not yet to come, in milliseconds since 1970, or null.
    static @Nullable Long since(Fields fields, long nowMillis) {
        Instant since = fields.optionalTime("since");
        if (since == null) return null;
        if (since.toEpochMilli() > nowMillis) fields.wrong("since", "must not be in the future");
        return Math.max(0, since.toEpochMilli());
    }

    private String url(Fields fields) {
        String url = fields.text("url", Targets.URL_LENGTH_MAX);
        String wrong = url.isBlank() ? null : targets.wrong(url);
        if (wrong != null) fields.wrong("url", wrong);
        return url;
    }

    private static List<String> facts(Fields fields) {
        if (!fields.has("facts")) return List.of();
        List<String> facts = fields.texts("facts", FACTS.size());
        for (int i = 0; i < facts.size(); i++) {
            if (!FACTS.contains(facts.get(i))) {
                fields.wrong("facts[%d]".formatted(i), "must be one of " + FACTS);
            }
        }
        return facts.stream().distinct().toList();
    }

    private static boolean isEnabled(Fields fields, boolean now) {
        if (!fields.names("status")) return now;
        String word = fields.text("status", DESCRIPTION_LENGTH_MAX);
        boolean isKnown = word.equals("enabled") || word.equals("disabled");
        if (!isKnown) fields.wrong("status", "must be enabled or disabled");
        return word.equals("enabled");
    }

    /// The same for the same key of the same user: a UUID of version 8.
    private static UUID id(IdempotencyKey once) {
        long high = (once.high() & ~0xF000L) | UUID_8;
        long low = (once.low() & ~0xC000_0000_0000_0000L) | VARIANT;
        return new UUID(high, low);
    }
}
