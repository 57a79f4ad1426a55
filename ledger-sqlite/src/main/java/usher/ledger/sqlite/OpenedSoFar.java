package usher.ledger.sqlite;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Closes what was opened, latest first, unless all of it went well. For one try-with-resources.
final class OpenedSoFar implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
        opened.addFirst(resource);
        return resource;
    }

    /// Leaves everything open: from now on somebody else closes it.
    void keep() {
        opened.clear();
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable resource : opened) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IOException("cannot close what was opened", e);
            }
        }
    }
}
