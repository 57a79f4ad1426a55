package usher.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.IdempotencyKey;
import usher.domain.RememberedKey;

/// Idempotency keys as JSON: `"key"` in 32 hexadecimal digits and `"body"` in 16.
final class KeyJson {

    private KeyJson() {}

    static void write(IdempotencyKey key, JsonBytes out) {
        out.beginObject();
        writeFields(key, out);
        out.endObject();
    }

    static void write(List<RememberedKey> keys, JsonBytes out) {
        out.beginArray();
        for (RememberedKey remembered : keys) {
            out.beginObject();
            writeFields(remembered.key(), out);
            out.field("version").value(remembered.version());
            out.field("at").value(remembered.atMillis()).endObject();
        }
        out.endArray();
    }

    static IdempotencyKey readKey(JsonReader json) {
        return new Draft().read(json).key();
    }

    static List<RememberedKey> readRemembered(JsonReader json) {
        List<RememberedKey> keys = new ArrayList<>();
        for (boolean more = json.beginArray(); more; more = json.nextElement()) {
            keys.add(new Draft().read(json).remembered());
        }
        return keys;
    }

    private static void writeFields(IdempotencyKey key, JsonBytes out) {
        out.field("key").put('"').hex(key.high()).hex(key.low()).put('"');
        out.field("body").put('"').hex(key.body()).put('"');
    }

    /// What was read of one key so far.
    private static final class Draft {

        private final FieldsSeen seen = new FieldsSeen();
        private long @Nullable [] key;
        private long @Nullable [] body;
        private long version;
        private long at;

        Draft read(JsonReader json) {
            for (boolean more = json.beginObject(); more; more = json.nextField()) {
                Field field = json.name(Field.WORDS);
                if (field != null) seen.add(field);
                switch (field) {
                    case KEY -> key = json.hexValue(2);
                    case BODY -> body = json.hexValue(1);
                    case VERSION -> version = json.longValue();
                    case AT -> at = json.longValue();
                    case null, default -> json.skipValue();
                }
            }
            return this;
        }

        IdempotencyKey key() {
            long[] name = FieldsSeen.require(Field.KEY, key);
            long[] hash = FieldsSeen.require(Field.BODY, body);
            return new IdempotencyKey(name[0], name[1], hash[0]);
        }

        RememberedKey remembered() {
            long inVersion = seen.require(Field.VERSION, version);
            return new RememberedKey(key(), inVersion, seen.require(Field.AT, at));
        }
    }
}
