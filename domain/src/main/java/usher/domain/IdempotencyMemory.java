package usher.domain;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys of requests that made facts in the last 24 hours, oldest first.
///
/// Source of the rules: the IETF draft *The Idempotency-Key HTTP Header Field*, section 2.
public final class IdempotencyMemory {

    static final long REMEMBERED_MILLIS = Duration.ofHours(24).toMillis();

    private record Name(long high, long low) {
        static Name of(IdempotencyKey key) {
            return new Name(key.high(), key.low());
        }
    }

    private final LinkedHashMap<Name, RememberedKey> keys = new LinkedHashMap<>();
    private final UndoLog undo;

    public IdempotencyMemory(UndoLog undo) {
        this.undo = undo;
    }

    /// What an earlier request under the key of `cause` makes of this one; null if there was none.
    public @Nullable Decision recall(Cause cause) {
        IdempotencyKey key = cause.once();
        if (key == null) return null;
        RememberedKey earlier = keys.get(Name.of(key));
        if (earlier == null || isForgotten(earlier, cause.atMillis())) return null;
        if (earlier.key().body() != key.body()) {
            return Decision.refused(Refusal.IDEMPOTENCY_MISMATCH);
        }
        return new Decision.Repeated(earlier.version());
    }

    /// Remembers the key of `cause`, if it has one, for facts in entry `version`.
    public void remember(Cause cause, long version) {
        IdempotencyKey key = cause.once();
        if (key == null) return;
        forgetBefore(cause.atMillis());
        put(new RememberedKey(key, version, cause.atMillis()));
    }

    public List<RememberedKey> restate() {
        return List.copyOf(keys.values());
    }

    public void restore(List<RememberedKey> remembered) {
        remembered.forEach(this::put);
    }

    private void put(RememberedKey key) {
        Name name = Name.of(key.key());
        if (keys.putIfAbsent(name, key) == null && undo.isRecording()) {
            undo.add(() -> keys.remove(name));
        }
    }

    private void forgetBefore(long nowMillis) {
        while (!keys.isEmpty() && isForgotten(keys.firstEntry().getValue(), nowMillis)) {
            Map.Entry<Name, RememberedKey> eldest = keys.pollFirstEntry();
            if (undo.isRecording()) {
                undo.add(() -> keys.putFirst(eldest.getKey(), eldest.getValue()));
            }
        }
    }

    private static boolean isForgotten(RememberedKey key, long nowMillis) {
        return nowMillis - key.atMillis() >= REMEMBERED_MILLIS;
    }

    void addTo(StateHash hash) {
        for (RememberedKey remembered : keys.values()) {
            hash.add(remembered.key().high()).add(remembered.key().low());
            hash.add(remembered.key().body()).add(remembered.version()).add(remembered.atMillis());
        }
    }
}
