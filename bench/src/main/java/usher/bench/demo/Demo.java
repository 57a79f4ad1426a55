package usher.bench.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import usher.bench.seed.EventOnSale;
import usher.bench.seed.Seed;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;

/// `./usher demo`: a sale to look at. Its ledger lasts as long as it does.
///
/// Ends with 0; with 1 if the server does not start; with 2 if it was asked for what makes no
/// sense.
public final class Demo {

    private static final long GOODBYE_MILLIS = 10_000;

    /// Whether this process is told to end: the server may be gone before the crowd is.
    private static volatile boolean isEnding;

    private final House house;
    private final DemoOptions options;
    private final PrintStream out;

    private Demo(House house, DemoOptions options, PrintStream out) {
        this.house = house;
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayGoodbye(main)));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out, System.err);
        if (code != 0 && !isEnding) System.exit(code);
    }

    /// What Ctrl-C does: ends the show, and waits until everything is tidied up.
    private static void sayGoodbye(Thread main) {
        isEnding = true;
        main.interrupt();
        try {
            main.join(GOODBYE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            new Demo(House.find(), DemoOptions.parse(arguments), out).show();
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("usher: " + e.getMessage() + "\n" + DemoOptions.USAGE);
            return 2;
        } catch (IOException e) {
            if (!isEnding) err.println("usher: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            out.println("stopped");
            return 0;
        }
    }

    private void show() throws IOException, InterruptedException {
        int port = options.port() == 0 ? ServerProcess.freePort() : options.port();
        requireFree(port);
        try (DataFolder data = DataFolder.create(house);
                ServerProcess server = ServerProcess.start(house, data, port, Map.of())) {
            URI url = URI.create("http://localhost:" + port);
            List<EventOnSale> events = new Seed(url, out).sow(LocalDate.now(ZoneOffset.UTC));
            out.printf("%nlook at %s/docs; Ctrl-C ends it%n%n", url);
            try (Crowd crowd = new Crowd(url, events, options.visitors())) {
                tell(server, crowd);
            }
        }
    }

    /// A line a second.
    private void tell(ServerProcess server, Crowd crowd) throws IOException, InterruptedException {
        Counts before = Counts.parse(server.api().metrics());
        for (int second = 1; options.seconds() == 0 || second <= options.seconds(); second++) {
            TimeUnit.SECONDS.sleep(1);
            Counts now = Counts.parse(server.api().metrics());
            double p99 = crowd.p99Millis();
            out.printf("%5d s %s, p99 of a hold %.1f ms%n", second, now.since(before), p99);
            before = now;
        }
    }

    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("localhost", port));
        } catch (IOException e) {
            throw new IOException("port %d is taken: --port takes another".formatted(port), e);
        }
    }
}
