package usher.server.payments;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A server that behaves as Stripe's documented API does, as far as Usher uses it: Checkout
/// Sessions and refunds, idempotency keys that remember what was answered and refuse another
/// request, errors in Stripe's shape. It can fail before it does something, and after.
///
/// Thread-safe: everything is done under one lock.
public final class FakeStripe {

    public static final String KEY = "sk_test_usher";

    /// What goes wrong with the next requests.
    public enum Fault {
        /// The connection ends before anything is done.
        LOST,
        /// It is done, and the connection ends before it is answered.
        MUTE,
        /// 500, and nothing is done.
        BROKEN,
        /// 429, and nothing is done.
        BUSY
    }

    private record Kept(String request, int status, String body) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Map<String, String>> sessions = new LinkedHashMap<>();
    private final Map<String, String> refunds = new LinkedHashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final HttpServer server;

    FakeStripe() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    /// Lets these happen to the next requests, one each.
    synchronized void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    /// The session of `booking`, by the names of its fields; there must be one.
    synchronized Map<String, String> session(String booking) {
        List<Map<String, String>> found =
                sessions.values().stream()
                        .filter(s -> s.get("client_reference_id").equals(booking))
                        .toList();
        if (found.size() != 1) throw new AssertionError("sessions of the booking: " + found);
        return found.getFirst();
    }

    /// The buyer pays, if he still can.
    synchronized void pay(String booking) {
        Map<String, String> session = session(booking);
        if (!session.get("status").equals("open")) throw new AssertionError("not open: " + session);
        session.put("status", "complete");
        session.put("payment_status", "paid");
    }

    synchronized boolean isRefunded(String booking) {
        return refunds.containsKey(session(booking).get("payment_intent"));
    }

    private void serve(HttpExchange http) throws IOException {
        String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Fault fault = nextFault();
        if (fault == Fault.LOST) {
            http.close();
            return;
        }
        Kept answer =
                switch (fault) {
                    case BROKEN -> error(500, "api_error", "", "broken");
                    case BUSY -> error(429, "invalid_request_error", "rate_limit", "slow down");
                    case null, default -> answer(http, body);
                };
        if (fault == Fault.MUTE) {
            http.close();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().add("Content-Type", "application/json");
        http.sendResponseHeaders(answer.status(), bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    private synchronized @Nullable Fault nextFault() {
        return faults.isEmpty() ? null : faults.removeFirst();
    }

    private synchronized Kept answer(HttpExchange http, String body) {
        String authorization = http.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + KEY).equals(authorization)) {
            return error(401, "invalid_request_error", "", "no such key");
        }
        String key = http.getRequestHeaders().getFirst("Idempotency-Key");
        String request = http.getRequestMethod() + " " + http.getRequestURI() + " " + body;
        Kept kept = key == null ? null : keys.get(key);
        if (kept != null) {
            return kept.request().equals(request)
                    ? kept
                    : error(400, "idempotency_error", "", "another request under the same key");
        }
        Kept answer = done(http.getRequestMethod(), http.getRequestURI().getPath(), form(body));
        if (key == null || answer.status() >= 400) return answer;
        keys.put(key, new Kept(request, answer.status(), answer.body()));
        return answer;
    }

    private Kept done(String method, String path, Map<String, String> form) {
        String[] parts = path.substring(1).split("/", -1);
        if (path.equals("/v1/checkout/sessions")) return create(form);
        if (path.equals("/v1/refunds")) return refund(form);
        Map<String, String> session = parts.length < 4 ? null : sessions.get(parts[3]);
        if (session == null) {
            return error(404, "invalid_request_error", "resource_missing", "no such session");
        }
        if (method.equals("GET")) return ok(session);
        if (!session.get("status").equals("open")) {
            return error(400, "invalid_request_error", "", "only open sessions can be expired");
        }
        session.put("status", "expired");
        return ok(session);
    }

    private Kept create(Map<String, String> form) {
        long expires = Long.parseLong(form.get("expires_at"));
        boolean isTooSoon = expires < System.currentTimeMillis() / 1000 + 30 * 60;
        if (isTooSoon) return error(400, "invalid_request_error", "", "expires_at is too soon");
        String id = "cs_test_" + (sessions.size() + 1);
        Map<String, String> session = new TreeMap<>(form);
        session.put("id", id);
        session.put("object", "checkout.session");
        session.put("status", "open");
        session.put("payment_status", "unpaid");
        session.put("payment_intent", "pi_" + id);
        session.put("url", "https://checkout.example/" + id);
        sessions.put(id, session);
        return ok(session);
    }

    private Kept refund(Map<String, String> form) {
        String intent = form.get("payment_intent");
        if (refunds.containsKey(intent)) {
            return error(400, "invalid_request_error", "charge_already_refunded", "once only");
        }
        refunds.put(intent, "re_" + intent);
        return ok(Map.of("id", "re_" + intent, "object", "refund", "status", "succeeded"));
    }

    private static Kept ok(Map<String, String> fields) {
        ObjectNode json = JSON.createObjectNode();
        fields.forEach(json::put);
        return new Kept("", 200, json.toString());
    }

    private static Kept error(int status, String type, String code, String message) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("error").put("type", type).put("code", code).put("message", message);
        return new Kept("", status, json.toString());
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
