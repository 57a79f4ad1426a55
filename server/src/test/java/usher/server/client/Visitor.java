package usher.server.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Somebody who asks the server for things. Immutable.
public final class Visitor {

    public static final UUID ANN = UUID.fromString("6e859e28-86c3-4eb9-9674-f48ac89cc1c5");
    public static final UUID BOB = UUID.fromString("1b4e28ba-2fa1-11d2-883f-0016d3cca427");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;
    private final Map<String, String> headers;

    private Visitor(String root, Map<String, String> headers) {
        this.root = root;
        this.headers = headers;
    }

    /// Somebody who does not say who he is, at the server of `@QuarkusTest`.
    public static Visitor nobody() {
        return nobodyAt(ConfigProvider.getConfig().getValue("test.url", String.class));
    }

    /// Somebody who does not say who he is, at the server with this address.
    public static Visitor nobodyAt(String root) {
        return new Visitor(root.replaceAll("/$", ""), Map.of());
    }

    public static Visitor ann() {
        return nobody().as(ANN);
    }

    public static Visitor bob() {
        return nobody().as(BOB);
    }

    /// Somebody new.
    public static Visitor stranger() {
        return nobody().as(UUID.randomUUID());
    }

    public Visitor as(UUID user) {
        return with("Authorization", "Bearer " + token(user.toString()));
    }

    /// What stands for `text` in an `Authorization` header.
    public static String token(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same, but always sends this header.
    public Visitor with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Visitor(root, more);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Reply post(String path) {
        return send("POST", path, null);
    }

    /// Sends `json`, as JSON unless a header says otherwise.
    public Reply post(String path, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8));
    }

    public Reply post(String path, byte[] body) {
        Visitor sender = headers.containsKey("Content-Type") ? this : withJson();
        return sender.send("POST", path, body);
    }

    /// Asks, and insists that the answer is one that the OpenAPI document knows.
    public Reply send(String method, String path, byte @Nullable [] body) {
        Reply reply = new Reply(method, path, exchange(method, path, body));
        Contract.check(reply);
        return reply;
    }

    private Visitor withJson() {
        return with("Content-Type", "application/json");
    }

    private HttpResponse<byte[]> exchange(String method, String path, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        headers.forEach(request::header);
        request.timeout(PATIENCE);
        request.method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
