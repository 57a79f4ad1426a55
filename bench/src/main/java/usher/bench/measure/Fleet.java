package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.LedgerServer;
import usher.bench.server.ServerProcess;

/// The servers of one stage: one with a ledger of its own, or several that share one.
///
/// @param ledger where the shared ledger is; null if there is none
record Fleet(List<ServerProcess> servers, @Nullable LedgerServer ledger) {

    /// One server, set up with `settings`.
    static Fleet ofOne(House house, DataFolder data, Map<String, String> settings)
            throws IOException, InterruptedException {
        return new Fleet(List.of(ServerProcess.start(house, data, settings)), null);
    }

    /// So many servers on a new ledger of `ledger`.
    static Fleet of(int nodes, House house, DataFolder data, LedgerServer ledger)
            throws IOException, InterruptedException {
        Map<String, String> settings =
                Map.of(
                        "USHER_LEDGER", ledger.newLedger(),
                        "USHER_AUTH", "dev",
                        "USHER_SECRET_FILE", data.secret().toString());
        List<ServerProcess> servers = new ArrayList<>();
        for (int i = 0; i < nodes; i++) servers.add(ServerProcess.start(house, data, settings));
        return new Fleet(servers, ledger);
    }

    /// The first of them, mostly the only one.
    ServerProcess first() {
        return servers.getFirst();
    }

    List<Integer> ports() {
        return servers.stream().map(server -> server.api().port()).toList();
    }

    /// The processor time of all servers, and of the shared ledger's; empty where the system does
    /// not tell.
    OptionalLong cpuMicros() {
        long sum = 0;
        for (ServerProcess server : servers) {
            OptionalLong used = server.cpuMicros();
            if (used.isEmpty()) return used;
            sum += used.getAsLong();
        }
        OptionalLong beside = ledger == null ? OptionalLong.of(0) : ledger.cpuMicros();
        return beside.isEmpty() ? beside : OptionalLong.of(sum + beside.getAsLong());
    }

    /// Ends the servers; the ledger's goes on.
    void end() {
        servers.forEach(ServerProcess::close);
    }
}
