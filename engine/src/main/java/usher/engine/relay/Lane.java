package usher.engine.relay;

import usher.ledger.StreamId;

/// One stream on its way by one route. On the relays' thread.
final class Lane {

    private final StreamId stream;
    private int attempts;
    private boolean hasMore;

    Lane(StreamId stream) {
        this.stream = stream;
    }

    StreamId stream() {
        return stream;
    }

    /// How often the next entry was sent in vain.
    int attempts() {
        return attempts;
    }

    void failed() {
        attempts++;
    }

    void succeeded() {
        attempts = 0;
    }

    /// Somebody says that the stream was appended to.
    void signal() {
        hasMore = true;
    }

    /// Whether that was said since this was asked last.
    boolean wasSignalled() {
        boolean was = hasMore;
        hasMore = false;
        return was;
    }
}
