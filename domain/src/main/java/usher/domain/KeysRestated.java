package usher.domain;

import java.util.List;

/// In a snapshot: the idempotency keys that are remembered, oldest first.
public record KeysRestated(Cause cause, List<RememberedKey> keys) implements Fact {

    public KeysRestated {
        keys = List.copyOf(keys);
    }
}
