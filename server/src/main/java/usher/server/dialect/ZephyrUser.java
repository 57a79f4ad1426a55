package usher.server.dialect;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.UserId;
import usher.server.http.Fields;
import usher.server.http.Ids;

/// Users as the zephyr document names them: by a UUID.
///
/// Its usage examples name theirs `user-uuid`. So that they work as they stand, that one word
/// is a user, too, with the name-based UUID of the word.
final class ZephyrUser {

    /// What a user's name must be.
    static final String DEMAND = "must be a UUID";

    private static final int LENGTH_MAX = 100;
    private static final String IN_EXAMPLES = "user-uuid";
    private static final UserId OF_EXAMPLES =
            new UserId(UUID.nameUUIDFromBytes(IN_EXAMPLES.getBytes(StandardCharsets.US_ASCII)));
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private ZephyrUser() {}

    /// The user with this name; null if it is none.
    static @Nullable UserId named(String text) {
        if (text.equals(IN_EXAMPLES)) return OF_EXAMPLES;
        UUID id = Ids.uuidOrNull(text);
        return id == null ? null : new UserId(id);
    }

    /// The user in the field `userId`; anybody if it is wrong, and the field is marked so.
    static UserId in(Fields fields) {
        String text = fields.text("userId", LENGTH_MAX);
        UserId user = named(text);
        if (user == null && !text.isBlank()) fields.wrong("userId", DEMAND);
        return user == null ? NOBODY : user;
    }
}
