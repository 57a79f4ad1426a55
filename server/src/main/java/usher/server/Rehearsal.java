package usher.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sale that a server plays to itself, on a ledger that nobody needs afterwards, so that the JVM
/// can note which classes a start needs and keep them linked (JEP 514), and which methods a rush
/// needs, to compile them at once when the next one comes (JEP 515).
final class Rehearsal {

    /// The argument of the program that asks for it.
    static final String WORD = "rehearse";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final int SEATS = 10;
    private static final int RUSH_SEATS = 30_000;
    private static final int RUSH_AT_ONCE = 64;
    private static final long RUSH_NANOS_MAX = 10_000_000_000L;

    private final HttpClient http;
    private final String root;

    private Rehearsal(HttpClient http, String root) {
        this.http = http;
        this.root = root;
    }

    /// Plays it at the server on `port` of this machine.
    ///
    /// @throws IOException if something is answered that should not be
    static void play(int port) throws IOException, InterruptedException {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        try (HttpClient http = client.build()) {
            new Rehearsal(http, "http://localhost:" + port).sell();
        }
    }

    private void sell() throws IOException, InterruptedException {
        say("GET", "/health/ready", "");
        String event = event(SEATS);
        for (int seat = 1; seat <= SEATS / 2; seat++) {
            String path = seat(event, seat);
            say("POST", path + "/hold", "");
            say("POST", path + "/reserve", "");
        }
        say("GET", "/v1/events/" + event, "");
        say("GET", "/v1/events/" + event + "/seats", "");
        say("GET", "/v1/events", "");
        rush();
    }

    /// Many buyers at once, each of another seat, for a few seconds.
    private void rush() throws IOException, InterruptedException {
        String event = event(RUSH_SEATS);
        Semaphore places = new Semaphore(RUSH_AT_ONCE);
        AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
        long until = System.nanoTime() + RUSH_NANOS_MAX;
        for (int seat = 1; seat <= RUSH_SEATS && System.nanoTime() < until; seat++) {
            places.acquire();
            HttpRequest hold = request("POST", seat(event, seat) + "/hold", "", new UUID(1, seat));
            CompletableFuture<?> unused =
                    http.sendAsync(hold, BodyHandlers.discarding())
                            .whenComplete(
                                    (answer, failed) -> {
                                        if (failed != null) trouble.set(failed);
                                        places.release();
                                    });
        }
        places.acquire(RUSH_AT_ONCE);
        Throwable failed = trouble.get();
        if (failed != null) throw new IOException("somebody in the rush got no answer", failed);
    }

    /// The id of a new event.
    private String event(int seats) throws IOException, InterruptedException {
        String body = "{\"name\":\"A rehearsal\",\"totalSeats\":%d}".formatted(seats);
        Matcher id = ID.matcher(say("POST", "/v1/events", body));
        if (!id.find()) throw new IOException("no event was made");
        return id.group(1);
    }

    private String say(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = request(method, path, body, new UUID(1, 1));
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) throw new IOException(path + ": " + answer.body());
        return answer.body();
    }

    private HttpRequest request(String method, String path, String body, UUID user) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    /// The path of a seat, whose id is that of its event with its number in the 20 lowest bits.
    private static String seat(String event, int number) {
        String id = event.substring(0, event.length() - 5) + "%05x".formatted(number);
        return "/v1/events/%s/seats/%s".formatted(event, id);
    }

    private static String token(UUID user) {
        return Base64.getEncoder().encodeToString(user.toString().getBytes(UTF_8));
    }
}
