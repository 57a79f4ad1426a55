package usher.bench.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sells the seats of one event at a time from memory, with at most one thing wrong.
final class FlawedService implements AutoCloseable {

    /// What is wrong.
    enum Flaw {
        FORGETS_TO_FORCE,
        SELLS_TWICE,
        FORGETS_WHO_HELD,
        KNOWS_EVERY_SEAT,
        COUNTS_NOBODY,
        COUNTS_EVERYBODY,
        KEEPS_FOR_EVER
    }

    private static final String EVENT = "00000000-0000-4000-8000-000000000000";

    private final HttpServer server;
    private final @Nullable Flaw flaw;
    private final Map<Integer, Hold> holds = new HashMap<>();
    private boolean isBrief;

    private FlawedService(HttpServer server, @Nullable Flaw flaw) {
        this.server = server;
        this.flaw = flaw;
    }

    private record Hold(String user, long endNanos) {}

    static FlawedService start(@Nullable Flaw flaw) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        FlawedService service = new FlawedService(HttpServer.create(any, 64), flaw);
        service.server.createContext("/", service::serve);
        service.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.server.start();
        return service;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (path.equals("/health/ready")) {
            String durability = flaw == Flaw.FORGETS_TO_FORCE ? "relaxed" : "durable";
            answer(exchange, 200, "{\"durability\":\"%s\"}".formatted(durability));
        } else if (path.equals("/v1/events")) {
            create(body.contains("\"holdSeconds\":1}"));
            answer(exchange, 201, "{\"id\":\"%s\"}".formatted(EVENT));
        } else {
            String user = exchange.getRequestHeaders().getFirst("Authorization");
            String seat = path.split("/", -1)[5];
            answer(exchange, hold(Integer.parseInt(seat.substring(31), 16), user), "{}");
        }
    }

    private synchronized void create(boolean hasBriefHolds) {
        holds.clear();
        isBrief = hasBriefHolds;
    }

    private synchronized int hold(int seat, String user) {
        if (seat > 20 && flaw != Flaw.KNOWS_EVERY_SEAT) return 404;
        holds.values().removeIf(hold -> hold.endNanos - System.nanoTime() < 0);
        Hold hold = holds.get(seat);
        if (hold != null && hold.user.equals(user) && flaw != Flaw.FORGETS_WHO_HELD) return 200;
        if (hold != null && flaw != Flaw.SELLS_TWICE) return 409;
        if (count(user) >= Manners.HELD_SEATS_PER_USER && flaw != Flaw.COUNTS_NOBODY) return 409;
        holds.put(seat, new Hold(user, System.nanoTime() + nanos()));
        return 200;
    }

    private long count(String user) {
        if (flaw == Flaw.COUNTS_EVERYBODY) return holds.size();
        return holds.values().stream().filter(hold -> hold.user.equals(user)).count();
    }

    private long nanos() {
        boolean ends = isBrief && flaw != Flaw.KEEPS_FOR_EVER;
        return TimeUnit.MILLISECONDS.toNanos(ends ? 100 : 3_600_000);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
