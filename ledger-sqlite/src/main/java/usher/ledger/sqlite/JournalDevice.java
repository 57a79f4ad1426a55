package usher.ledger.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// What the journal needs of a disk: so little that a test can be one, and lie like one.
interface JournalDevice extends Closeable {

    /// Opens the one that lies in a file.
    @FunctionalInterface
    interface Opener {

        JournalDevice open(Path file) throws IOException;
    }

    /// Makes it `size` bytes long, durably, with all of its blocks in place.
    void allocate(long size) throws IOException;

    long size() throws IOException;

    /// Writes all that remains in `bytes`; durable only after [#force].
    void write(ByteBuffer bytes, long at) throws IOException;

    /// Returns once all that was written before is durable.
    void force() throws IOException;

    /// Fills `bytes` from `at` on, as far as the device goes.
    void read(ByteBuffer bytes, long at) throws IOException;
}
