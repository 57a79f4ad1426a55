package usher.domain;

import java.util.UUID;

/// Who asks: any UUID, given by whoever authenticates the caller.
///
/// Callers may choose ids whose hashes are all alike; a map of comparable keys stays quick.
public record UserId(UUID value) implements Comparable<UserId> {

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
