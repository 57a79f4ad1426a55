package usher.server.webhooks;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where facts are sent, and which, as an organizer wants it.
///
/// @param wish what can be said otherwise at any time
/// @param isEnabled whether anything is sent; what is not is kept for later
/// @param reason why it is not enabled, if nobody asked for that
/// @param createdAtMillis in milliseconds since 1970
/// @param course what is sent to it, and since when
/// @param secret which secrets sign
/// @param request a hash of the request that made it
record Endpoint(
        UUID id,
        Wish wish,
        boolean isEnabled,
        @Nullable String reason,
        long createdAtMillis,
        Course course,
        SecretAge secret,
        long request) {

    /// What an organizer says of an endpoint.
    ///
    /// @param facts the kinds of facts that it wants; empty: all
    record Wish(String url, List<String> facts, @Nullable String description) {

        Wish {
            facts = List.copyOf(facts);
        }

        /// Whether facts of this kind are wanted.
        boolean wants(String fact) {
            return facts.isEmpty() || facts.contains(fact);
        }
    }

    /// What came to be since `sinceMillis` is sent. Each time that this begins anew is a
    /// generation.
    ///
    /// @param generation 1 or more
    record Course(long sinceMillis, int generation) {}

    /// How often the secret was replaced, and until when the one before still signs as well.
    ///
    /// @param generation 1 or more
    record SecretAge(int generation, long formerUntilMillis) {}

    /// How the relays call the way to it.
    String route() {
        return routeOf(course.generation());
    }

    /// How they called it in another generation.
    String routeOf(int generation) {
        return "webhook-%s.%d".formatted(id, generation);
    }

    /// The same endpoint, of which this is said from now on.
    Endpoint with(Wish said, boolean enabled, @Nullable String why) {
        return new Endpoint(id, said, enabled, why, createdAtMillis, course, secret, request);
    }

    /// The same, to which nothing is sent any more.
    Endpoint disabled(String why) {
        return new Endpoint(id, wish, false, why, createdAtMillis, course, secret, request);
    }

    /// The same, to which everything since `millis` is sent anew.
    Endpoint anewSince(long millis) {
        Course next = new Course(millis, course.generation() + 1);
        return new Endpoint(id, wish, isEnabled, reason, createdAtMillis, next, secret, request);
    }

    /// The same with another secret; the one of now still signs until `millis`.
    Endpoint withNewSecret(long millis) {
        SecretAge next = new SecretAge(secret.generation() + 1, millis);
        return new Endpoint(id, wish, isEnabled, reason, createdAtMillis, course, next, request);
    }
}
