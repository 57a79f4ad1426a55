package usher.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import usher.bench.baseline.Baseline;
import usher.bench.load.Call;
import usher.bench.load.Errand;
import usher.bench.load.GeneratorProcess;
import usher.bench.load.LoadOrder;
import usher.bench.load.LoadResult;
import usher.bench.load.Places;
import usher.bench.server.DataFolder;
import usher.bench.server.LedgerServer;
import usher.bench.server.Sale;
import usher.bench.server.ServerProcess;

/// A new server, or several on one ledger, with events for sale, and loads that each go on where
/// the one before has ended.
final class Stage implements AutoCloseable {

    /// Offers the floor, `POST …/floor`.
    static final Map<String, String> WITH_FLOOR = Map.of("USHER_BENCH_FLOOR", "true");

    private static final long SETTLE_MILLIS = 1_500;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final GeneratorProcess generator;
    private final DataFolder data;
    private final Fleet fleet;

    private Stage(GeneratorProcess generator, DataFolder data, Fleet fleet) {
        this.generator = generator;
        this.data = data;
        this.fleet = fleet;
    }

    static Stage open(Setting setting, Map<String, String> settings)
            throws IOException, InterruptedException {
        DataFolder data = DataFolder.create(setting.house());
        Fleet fleet = Fleet.ofOne(setting.house(), data, settings);
        return new Stage(setting.generator(), data, fleet);
    }

    /// So many servers on one new ledger of `ledger`, among which loads are shared out; what that
    /// costs `ledger` counts as theirs.
    static Stage open(Setting setting, LedgerServer ledger, int nodes)
            throws IOException, InterruptedException {
        DataFolder data = DataFolder.create(setting.house());
        Fleet fleet = Fleet.of(nodes, setting.house(), data, ledger);
        return new Stage(setting.generator(), data, fleet);
    }

    /// Another system's server on a new place in `ledger`; what that costs `ledger` counts as its
    /// own.
    static Stage open(Setting setting, LedgerServer ledger, Baseline baseline)
            throws IOException, InterruptedException {
        DataFolder data = DataFolder.create(setting.house());
        ServerProcess server = baseline.start(setting.house(), data, ledger.newStore());
        return new Stage(setting.generator(), data, new Fleet(List.of(server), ledger));
    }

    /// The first of them, mostly the only one.
    ServerProcess server() {
        return fleet.first();
    }

    DataFolder data() {
        return data;
    }

    /// New events, of which all places can be asked for.
    Rush sell(Places places) throws IOException, InterruptedException {
        return sell(places, places.seatsPerEvent());
    }

    /// New events of `seats` each, of which only `places` are asked for.
    Rush sell(Places places, int seats) throws IOException, InterruptedException {
        Sale sale = Sale.open(server().api(), data, places.events(), seats);
        return new Rush(this, sale, places);
    }

    /// New events of which one user may hold `heldSeatsPerUser` seats at once.
    Rush sellLimited(Places places, int heldSeatsPerUser) throws IOException, InterruptedException {
        String seats = "\"totalSeats\":" + places.seatsPerEvent();
        Sale sale = Sale.open(server().api(), data, places.events(), seats, heldSeatsPerUser);
        return new Rush(this, sale, places);
    }

    /// New events whose best places are asked for.
    ///
    /// @param places a field of each event's JSON
    Tour sellBest(int events, String places, int quantity)
            throws IOException, InterruptedException {
        return tour(events, places, (file, first) -> new Errand.Best(file, quantity, first));
    }

    /// New events of which places are booked by quantity.
    ///
    /// @param places a field of each event's JSON, with sections of `tier`
    Tour sellOrders(int events, String places, String tier, int quantity)
            throws IOException, InterruptedException {
        return tour(
                events, places, (file, first) -> new Errand.Orders(file, tier, quantity, first));
    }

    /// New events of which each place is held, booked, paid and looked at.
    ///
    /// @param sections a field of each event's JSON, with as many places as `places` says
    Tour sellJourneys(Places places, String sections) throws IOException, InterruptedException {
        return tour(
                places.events(),
                sections,
                (file, first) -> new Errand.Journeys(file, places, first));
    }

    private Tour tour(int events, String places, Tour.Aim aim)
            throws IOException, InterruptedException {
        return new Tour(this, Sale.open(server().api(), data, events, places), aim);
    }

    /// The same request, again and again.
    ///
    /// @param request all of it, in ASCII
    /// @param status what it should be answered with
    Repeated repeat(String request, int status) throws IOException {
        Path file = Files.createTempFile(data.path(), "request-", ".txt");
        Files.writeString(file, request, StandardCharsets.US_ASCII);
        return new Repeated(this, new Errand.Same(file, status));
    }

    @Override
    public void close() throws IOException {
        fleet.end();
        data.close();
    }

    /// Runs a load, and waits until the server has done what it put off: the ledger files within a
    /// second what was written. That costs processor time which belongs to this load and would
    /// otherwise spoil the next.
    private Shot run(LoadOrder order) throws IOException, InterruptedException {
        OptionalLong before = fleet.cpuMicros();
        double unused = SYSTEM.getCpuLoad();
        LoadResult result = generator.run(order);
        double busy = SYSTEM.getCpuLoad() * SYSTEM.getAvailableProcessors();
        TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        OptionalLong after = fleet.cpuMicros();
        OptionalLong used =
                before.isPresent() && after.isPresent()
                        ? OptionalLong.of(after.getAsLong() - before.getAsLong())
                        : OptionalLong.empty();
        return new Shot(result, used, Double.isNaN(unused) ? Double.NaN : busy);
    }

    /// Runs a load that is expected to break.
    private void runToItsEnd(LoadOrder order) {
        try {
            LoadResult unused = generator.run(order);
        } catch (IOException e) {
            throw new UncheckedIOException("the load generator is gone", e);
        }
    }

    /// Loads of one request.
    record Repeated(Stage stage, Errand errand) {

        /// On each connection as soon as it is free.
        Shot closed(int connections, long millis) throws IOException, InterruptedException {
            return stage.run(new LoadOrder(stage.fleet.ports(), connections, 0, millis, errand));
        }
    }

    /// Loads on one sale, each of which goes on where the last one ended.
    static final class Tour {

        /// What to ask for, from the `first` user or place on.
        @FunctionalInterface
        interface Aim {
            Errand from(Path events, long first);
        }

        private final Stage stage;
        private final Sale sale;
        private final Aim aim;
        private long next;

        private Tour(Stage stage, Sale sale, Aim aim) {
            this.stage = stage;
            this.sale = sale;
            this.aim = aim;
        }

        /// On each connection as soon as it is free.
        Shot closed(int connections, long millis) throws IOException, InterruptedException {
            return open(connections, 0, millis);
        }

        /// So many times a second, however long the answers take.
        Shot open(int connections, int perSecond, long millis)
                throws IOException, InterruptedException {
            Shot shot = stage.run(order(connections, perSecond, millis));
            next = shot.load().next();
            return shot;
        }

        /// The same, on `generator` and beside whatever else is going on.
        LoadResult beside(GeneratorProcess generator, int connections, int perSecond, long millis)
                throws IOException {
            LoadResult result = generator.run(order(connections, perSecond, millis));
            next = result.next();
            return result;
        }

        private LoadOrder order(int connections, int perSecond, long millis) {
            Errand errand = aim.from(sale.file(), next);
            return new LoadOrder(stage.fleet.ports(), connections, perSecond, millis, errand);
        }
    }

    /// Loads on one sale. Each seat is held once.
    static final class Rush {

        private static final long ALL_SOLD_WITHIN_MILLIS = 600_000;
        private static final int WARM_UPS_MAX = 6;

        /// By how much a load has to be faster than the one before for another to be worth it.
        private static final double FASTER = 1.03;

        private final Stage stage;
        private final Sale sale;
        private final Places places;
        private long nextHold;

        private Rush(Stage stage, Sale sale, Places places) {
            this.stage = stage;
            this.sale = sale;
            this.places = places;
        }

        List<UUID> events() {
            return sale.events();
        }

        /// Holding and letting go of its places, so many times a second, on another generator.
        LoadOrder flicker(int perSecond, long millis) {
            Errand errand = new Errand.Flicker(sale.file(), places);
            return new LoadOrder(stage.fleet.ports(), 1, perSecond, millis, errand);
        }

        /// `call` on each connection as soon as it is free.
        Shot closed(Call call, int connections, long millis)
                throws IOException, InterruptedException {
            return open(call, connections, 0, millis);
        }

        /// `call` until the servers no longer get faster by it: JVMs compile while they answer, and
        /// several that share the processors take longer for that than one.
        void warmUp(Call call, int connections, long millis)
                throws IOException, InterruptedException {
            double best = 0;
            for (int i = 0; i < WARM_UPS_MAX; i++) {
                double rate = closed(call, connections, millis).perSecond();
                if (rate < best * FASTER) break;
                best = rate;
            }
        }

        /// `call` so many times a second, however long the answers take.
        Shot open(Call call, int connections, int perSecond, long millis)
                throws IOException, InterruptedException {
            Shot shot = stage.run(order(call, connections, perSecond, millis, nextHold));
            if (call == Call.HOLD) nextHold = shot.load().next();
            return shot;
        }

        /// `call` for every place, once.
        ///
        /// @throws IOException if any was answered otherwise than it should be
        void all(Call call, int connections) throws IOException, InterruptedException {
            Shot shot = stage.run(order(call, connections, 0, ALL_SOLD_WITHIN_MILLIS, 0));
            if (!shot.load().trouble().equals("no-seats-left:1")) {
                throw new IOException("not all places were sold: " + shot.load().trouble());
            }
        }

        /// Kills the server in the middle of a load.
        void killUnder(Call call, int connections, long millis) throws InterruptedException {
            LoadOrder order = order(call, connections, 0, millis, nextHold);
            Thread load = Thread.ofPlatform().start(() -> stage.runToItsEnd(order));
            TimeUnit.MILLISECONDS.sleep(millis / 2);
            stage.server().kill();
            load.join();
        }

        private LoadOrder order(
                Call call, int connections, int perSecond, long millis, long first) {
            Errand errand = new Errand.Seats(call, sale.file(), places, first);
            return new LoadOrder(stage.fleet.ports(), connections, perSecond, millis, errand);
        }
    }
}
