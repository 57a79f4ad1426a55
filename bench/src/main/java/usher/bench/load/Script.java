package usher.bench.load;

import java.nio.ByteBuffer;

/// What is asked over the connections of a [LoadLoop], and what is expected. Used by one thread.
public interface Script {

    /// Writes the next request of `connection` (counted from 0) to `request`, which is empty and
    /// has room for [LoadLoop#REQUEST_BYTES_MAX]; false: this script has nothing more to ask.
    boolean ask(int connection, ByteBuffer request);

    /// Where another load of the same kind goes on; 0 if none does.
    default long next() {
        return 0;
    }

    /// `connection` was answered with `status`; says whether that is what should come.
    boolean answered(int connection, int status);
}
