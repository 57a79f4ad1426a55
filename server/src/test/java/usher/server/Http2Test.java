package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import usher.server.client.Json;
import usher.server.client.Visitor;

/// Clients that speak HTTP/2, as Java's own does where it can.
@QuarkusTest
final class Http2Test {

    private static final Logger MISTAKES = Logger.getLogger("usher.server.http.Problems");

    @Test
    void a_request_with_a_body_is_answered_and_nothing_goes_wrong() throws Exception {
        Mistakes mistakes = new Mistakes();
        MISTAKES.addHandler(mistakes);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> created = client.send(newEvent(), BodyHandlers.ofString());
                assertEquals(201, created.statusCode());
                assertEquals(HttpClient.Version.HTTP_2, created.version());
            }
        } finally {
            MISTAKES.removeHandler(mistakes);
        }
        assertEquals(List.of(), mistakes.said);
    }

    private static HttpRequest newEvent() {
        String root = ConfigProvider.getConfig().getValue("test.url", String.class);
        String token = Visitor.token(Visitor.ANN.toString());
        return HttpRequest.newBuilder(URI.create(root).resolve("/v1/events"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.of("{'name':'A','totalSeats':1}")))
                .build();
    }

    /// What the server logs of its own mistakes.
    private static final class Mistakes extends Handler {

        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord mistake) {
            said.add(mistake.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
