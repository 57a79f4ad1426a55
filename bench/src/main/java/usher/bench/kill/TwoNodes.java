package usher.bench.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import usher.bench.office.History;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.LedgerServer;
import usher.bench.server.ServerProcess;
import usher.domain.EventId;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.test.servers.Wire;

/// Two servers that share a ledger. The first one's way to it is a wire that can be cut.
public final class TwoNodes implements AutoCloseable {

    private final House house;
    private final LedgerServer database;
    private final String url;
    private final Wire wire;
    private final @Nullable Broker broker;
    private final List<DataFolder> folders = new ArrayList<>();
    private final List<ServerProcess> nodes = new ArrayList<>();

    private TwoNodes(House house, LedgerServer database, @Nullable Broker broker) {
        this.house = house;
        this.database = database;
        url = database.newLedger();
        wire = Wire.to(database.port());
        this.broker = broker;
    }

    /// Starts them on a new ledger in `database`.
    ///
    /// @param broker to which they relay; null: they do not
    public static TwoNodes start(House house, LedgerServer database, @Nullable Broker broker)
            throws IOException, InterruptedException {
        TwoNodes started = new TwoNodes(house, database, broker);
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

    /// The database dies; it comes back after `millis`.
    void killDatabase(long millis) throws InterruptedException {
        database.kill();
        TimeUnit.MILLISECONDS.sleep(millis);
        database.restart();
    }

    /// Node 0 does not hear the database for `millis`, and then has to connect anew.
    void muteDatabase(long millis) throws InterruptedException {
        wire.mute();
        TimeUnit.MILLISECONDS.sleep(millis);
        wire.mend();
        wire.breakAll();
    }

    /// Nobody reaches the broker for `millis`.
    void cutBroker(long millis) throws InterruptedException {
        if (broker == null) throw new IllegalStateException("there is no broker");
        broker.cut(millis);
    }

    /// What of `event` was not relayed in its order until now.
    List<String> unrelayed(UUID event) {
        if (broker == null) return List.of();
        try (Ledger ledger = database.look(url)) {
            StreamId stream = StreamId.of(new EventId(event));
            return broker.contradictions(ledger.read(stream, 0, Integer.MAX_VALUE));
        }
    }

    /// What is wrong with the ledger, all that ever was in it; the nodes are stopped before if they
    /// must be.
    public List<String> verify() throws IOException, InterruptedException {
        if (!database.isVerifiedInUse()) {
            for (ServerProcess node : nodes) node.stop();
        }
        return Verification.contradictions(house, url);
    }

    /// All that is in the ledger at this moment.
    History history() {
        return History.of(database.look(url));
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(ServerProcess::close);
        wire.close();
        for (DataFolder folder : folders) folder.close();
    }

    private ServerProcess startNode(int number) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("USHER_LEDGER", number == 0 ? wired() : url);
        settings.put("USHER_AUTH", "dev");
        settings.put("USHER_SECRET_FILE", folders.get(number).secret().toString());
        if (broker != null) settings.putAll(broker.settings());
        return ServerProcess.start(house, folders.get(number), settings);
    }

    private String wired() {
        return url.replace(":" + database.port(), ":" + wire.port());
    }
}
