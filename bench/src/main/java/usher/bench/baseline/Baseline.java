package usher.bench.baseline;

import java.io.IOException;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;

/// A conventional service to compare Usher with. It takes the same requests to create an event and
/// to hold a seat, and answers with the same statuses.
public interface Baseline {

    /// What people call it.
    String name();

    /// Builds it, unless it is built and nothing has changed since.
    ///
    /// @throws IOException if that cannot be done here; says what is missing
    void build(House house) throws IOException, InterruptedException;

    /// Starts it, and waits until it is ready.
    ///
    /// @param data for its log
    /// @param store the URL of an empty place in its database
    ServerProcess start(House house, DataFolder data, String store)
            throws IOException, InterruptedException;
}
