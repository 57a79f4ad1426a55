package usher.server.operations;

import jakarta.inject.Singleton;

/// Whether this node takes requests: from when its catalog is read until it is told to stop.
@Singleton
public final class Serving {

    private volatile boolean isServing;

    Serving() {}

    /// From now on it does.
    public void begin() {
        isServing = true;
    }

    /// From now on it does not.
    public void end() {
        isServing = false;
    }

    boolean isServing() {
        return isServing;
    }
}
