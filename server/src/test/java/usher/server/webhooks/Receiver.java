package usher.server.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import usher.server.client.Json;

/// Somebody's web server, to which messages are sent. It answers as a test says, and remembers what
/// came. Thread-safe.
public final class Receiver implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    /// What came in one request.
    ///
    /// @param headers by their names in small letters
    public record Got(String path, Map<String, String> headers, String body) {

        public String id() {
            return header("webhook-id");
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public JsonNode json() {
            return Json.tree(body);
        }

        /// The event that it is about.
        public String event() {
            return json().at("/data/eventId").asText();
        }

        public long version() {
            return json().at("/data/version").asLong();
        }

        /// What kinds of facts are in it.
        public List<String> facts() {
            List<String> names = new ArrayList<>();
            json().at("/data/facts").forEach(fact -> names.add(fact.get("fact").asText()));
            return names;
        }
    }

    /// What is answered.
    ///
    /// @param headers name and value in turn
    public record Answer(int status, String body, List<String> headers) {

        /// No answer at all.
        public static final Answer NONE = new Answer(0, "", List.of());

        public static Answer of(int status, String... headers) {
            return new Answer(status, "", List.of(headers));
        }
    }

    private final HttpServer server;
    private final String scheme;
    private final List<Got> got = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Function<Got, Answer> answers = _ -> Answer.of(204);

    private Receiver(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /// One that takes everything, at any free port.
    public static Receiver open() {
        return at(0);
    }

    /// One at this port.
    public static Receiver at(int port) {
        try {
            return new Receiver(HttpServer.create(address(port), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One that speaks HTTPS, at every address of this machine.
    static Receiver secure(SSLContext keys) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(keys));
            return new Receiver(server, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "%s://localhost:%d/hook".formatted(scheme, port());
    }

    /// From now on this is answered.
    public Receiver answer(Answer answer) {
        return answerBy(_ -> answer);
    }

    public Receiver answerBy(Function<Got, Answer> by) {
        answers = by;
        return this;
    }

    /// Everything that came, in the order in which it came.
    public synchronized List<Got> got() {
        return List.copyOf(got);
    }

    /// What came about an event.
    public List<Got> about(String event) {
        return got().stream().filter(each -> each.event().equals(event)).toList();
    }

    public synchronized void forget() {
        got.clear();
    }

    /// Waits until `count` requests came.
    public List<Got> await(int count) {
        until(() -> got().size() >= count);
        return got();
    }

    /// Waits until `condition` holds.
    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError("in vain waited");
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange http) throws IOException {
        String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>();
        http.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        Got here = new Got(http.getRequestURI().toString(), headers, body);
        Answer answer = answers.apply(here);
        synchronized (this) {
            got.add(here);
        }
        if (answer.equals(Answer.NONE)) hang();
        else send(http, answer);
        http.close();
    }

    private void hang() {
        try {
            boolean _ = end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange http, Answer answer) throws IOException {
        @Nullable String name = null;
        for (String part : answer.headers()) {
            if (name == null) {
                name = part;
            } else {
                http.getResponseHeaders().add(name, part);
                name = null;
            }
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) http.getResponseBody().write(body);
    }
}
