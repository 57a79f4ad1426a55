package usher.server.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Carries messages to endpoints: a request each, on an event loop of its own, so that those which
/// serve callers are not held up. Thread-safe.
final class Courier implements AutoCloseable {

    static final int REQUESTS_AT_ONCE_MAX = 8;

    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int IDLE_SECONDS = 30;
    private static final int WAITING_MAX = 1_000;
    private static final int RESPONSE_HEADER_BYTES_MAX = 16 << 10;
    private static final long CLOSE_SECONDS_MAX = 5;

    private final Targets targets;
    private final long answerMillisMax;
    private final Vertx vertx;
    private final HttpClient client;

    /// @param trust whose certificates count, and the like
    /// @param answerMillisMax how long an endpoint may take to answer
    Courier(Targets targets, HttpClientOptions trust, long answerMillisMax) {
        this.targets = targets;
        this.answerMillisMax = answerMillisMax;
        this.vertx = Vertx.vertx(threads());
        this.client = vertx.createHttpClient(limited(trust));
    }

    /// Sends `message` to `url`, signed with `keys`. Blocks while the name is looked up.
    ///
    /// @param atSeconds when it is sent, since 1970
    CompletableFuture<Reply> send(String url, Message message, List<byte[]> keys, long atSeconds) {
        URI to = URI.create(url);
        InetAddress address;
        try {
            address = targets.address(to.getHost());
        } catch (UnknownHostException e) {
            String reason = "no address: " + e.getMessage();
            return CompletableFuture.completedFuture(new Reply.Unreached(Reply.brief(reason)));
        }
        Errand errand = new Errand(vertx, message.body());
        errand.begin(client, request(to, address, message, keys, atSeconds), answerMillisMax);
        return errand.reply();
    }

    @Override
    public void close() {
        try {
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            // The process ends anyway.
        }
    }

    private static RequestOptions request(
            URI to, InetAddress address, Message message, List<byte[]> keys, long atSeconds) {
        boolean isSecure = to.getScheme().equals("https");
        int standardPort = isSecure ? 443 : 80;
        int port = to.getPort() < 0 ? standardPort : to.getPort();
        String path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(to.getHost())
                .setPort(port)
                .setSsl(isSecure)
                .setURI(path + query)
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Usher")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(atSeconds))
                .putHeader("webhook-signature", Signatures.header(message.signed(atSeconds), keys));
    }

    private static VertxOptions threads() {
        FileSystemOptions noFiles =
                new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false);
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(noFiles);
    }

    private static HttpClientOptions limited(HttpClientOptions trust) {
        HttpClientOptions options = new HttpClientOptions(trust);
        options.setConnectTimeout(CONNECT_MILLIS_MAX)
                .setSslHandshakeTimeout(CONNECT_MILLIS_MAX)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        return options.setMaxPoolSize(REQUESTS_AT_ONCE_MAX)
                .setMaxWaitQueueSize(WAITING_MAX)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(RESPONSE_HEADER_BYTES_MAX)
                .setVerifyHost(true);
    }
}
