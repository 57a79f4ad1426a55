package usher.domain;

import java.util.UUID;

/// Who asks: any UUID, given by whoever authenticates the caller.
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
