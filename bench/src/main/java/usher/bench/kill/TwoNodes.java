package usher.bench.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import usher.bench.office.History;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.LedgerServer;
import usher.bench.server.ServerProcess;

/// Two servers that share a ledger.
public final class TwoNodes implements AutoCloseable {

    private final House house;
    private final LedgerServer database;
    private final String url;
    private final List<DataFolder> folders = new ArrayList<>();
    private final List<ServerProcess> nodes = new ArrayList<>();

    private TwoNodes(House house, LedgerServer database) {
        this.house = house;
        this.database = database;
        url = database.newLedger();
    }

    /// Starts them on a new ledger in `database`.
    public static TwoNodes start(House house, LedgerServer database)
            throws IOException, InterruptedException {
        TwoNodes started = new TwoNodes(house, database);
        for (int i = 0; i < 2; i++) {
            started.folders.add(DataFolder.create(house));
            started.nodes.add(started.startNode(i));
        }
        return started;
    }

    /// Node 0 or 1.
    ServerProcess node(int number) {
        return nodes.get(number);
    }

    /// Starts a node where one has died.
    void restart(int number) throws IOException, InterruptedException {
        nodes.set(number, startNode(number));
    }

    /// Ends the connections on which nodes hear of appends.
    void hangUp() {
        database.hangUp();
    }

    /// What is wrong with the ledger; the nodes are stopped meanwhile if they must be.
    List<String> verify() throws IOException, InterruptedException {
        if (database.isVerifiedInUse()) return Verification.contradictions(house, url);
        for (ServerProcess node : nodes) node.stop();
        List<String> contradictions = Verification.contradictions(house, url);
        for (int i = 0; i < nodes.size(); i++) restart(i);
        return contradictions;
    }

    /// All that is in the ledger at this moment.
    History history() {
        return History.of(database.look(url));
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(ServerProcess::close);
        for (DataFolder folder : folders) folder.close();
    }

    private ServerProcess startNode(int number) throws IOException, InterruptedException {
        Map<String, String> settings =
                Map.of(
                        "USHER_LEDGER",
                        url,
                        "USHER_AUTH",
                        "dev",
                        "USHER_SECRET_FILE",
                        folders.get(number).secret().toString());
        return ServerProcess.start(house, folders.get(number), settings);
    }
}
