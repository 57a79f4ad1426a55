package usher.bench.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import usher.bench.office.History;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;
import usher.ledger.postgres.PostgresLedger;
import usher.ledger.postgres.PostgresOptions;
import usher.test.servers.PostgresServer;

/// Two servers that share a ledger in a PostgreSQL of their own.
public final class TwoNodes implements AutoCloseable {

    private static final String HANG_UP =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'";

    private final House house;
    private final PostgresServer database = PostgresServer.start();
    private final List<DataFolder> folders = new ArrayList<>();
    private final List<ServerProcess> nodes = new ArrayList<>();

    private TwoNodes(House house) {
        this.house = house;
    }

    public static TwoNodes start(House house) throws IOException, InterruptedException {
        TwoNodes started = new TwoNodes(house);
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

    House house() {
        return house;
    }

    /// Starts a node where one has died.
    void restart(int number) throws IOException, InterruptedException {
        nodes.set(number, startNode(number));
    }

    /// Ends the connections on which nodes hear of appends.
    void hangUp() {
        database.run(HANG_UP);
    }

    String url() {
        return database.url();
    }

    /// All that is in the ledger at this moment.
    History history() {
        return History.of(PostgresLedger.open(url(), PostgresOptions.frozen()));
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(ServerProcess::close);
        for (DataFolder folder : folders) folder.close();
        database.close();
    }

    private ServerProcess startNode(int number) throws IOException, InterruptedException {
        Map<String, String> settings =
                Map.of(
                        "USHER_LEDGER", database.url(),
                        "USHER_AUTH", "dev",
                        "USHER_SECRET_FILE", folders.get(number).secret().toString());
        return ServerProcess.start(house, folders.get(number), settings);
    }
}
