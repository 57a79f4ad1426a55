package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.server.Api;
import usher.bench.server.DataFolder;
import usher.bench.server.ServerProcess;

/// Z3: 20 events of 50,000 places, half of them sold, `kill -9`; from the start of the next process
/// until each event has answered a hold.
///
/// Every round starts on a copy of what the kill left behind, so none finds what another tidied.
public final class Comeback implements Measure {

    private static final int SEATS_PER_EVENT = 50_000;
    private static final Places HALF = new Places(20, SEATS_PER_EVENT / 2, false);
    private static final UUID VISITOR = UUID.fromString("00000000-0000-4000-9000-000000000001");
    private static final long RETRY_MILLIS = 5;

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            Stage.Rush rush = stage.sell(HALF, SEATS_PER_EVENT);
            rush.all(Call.HOLD, DurableHolds.CONNECTIONS);
            rush.all(Call.RESERVE, DurableHolds.CONNECTIONS);
            stage.server().kill();
            List<Start> starts = new ArrayList<>();
            for (int i = 0; i < setting.pace().rounds(); i++) {
                starts.add(comeBack(setting, stage.data(), rush.events()));
            }
            return rows(starts);
        }
    }

    private static List<Row> rows(List<Start> starts) {
        Rows rows = new Rows("Z3", List.of());
        rows.addStarts(
                "seconds from restart until 20 half-sold events of 50,000 have answered a hold",
                Goal.atMost(3),
                starts);
        return rows.list();
    }

    private static Start comeBack(Setting setting, DataFolder killed, List<UUID> events)
            throws IOException, InterruptedException {
        try (DataFolder data = killed.copy(setting.house())) {
            long before = System.nanoTime();
            try (ServerProcess server = ServerProcess.exec(setting.house(), data)) {
                holdAtEach(server, events);
                return Start.over(server, before);
            }
        }
    }

    private static void holdAtEach(ServerProcess server, List<UUID> events)
            throws IOException, InterruptedException {
        server.awaitReady();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (UUID event : events) {
                statuses.add(visitors.submit(() -> holdLastSeat(server.api(), event)));
            }
            for (Future<Integer> status : statuses) {
                if (status.get() != 200) throw new IOException("a hold got " + status.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a hold after the restart failed: " + e.getCause(), e.getCause());
        }
    }

    /// Holds the last seat, which is free; asks again for as long as the server says "later".
    private static int holdLastSeat(Api api, UUID event) throws IOException, InterruptedException {
        while (true) {
            int status = api.hold(event, SEATS_PER_EVENT, VISITOR);
            if (status != 503) return status;
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        }
    }
}
