package usher.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the bench asks of a server apart from load: few calls, over Java's own client.
public final class Api {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([a-z]+)\"");
    private static final Pattern DURABILITY = Pattern.compile("\"durability\": ?\"([a-z]+)\"");

    /// Long enough for a machine that has ten times as much to do as it can.
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    /// How long the holds of a load last: longer than any of them.
    public static final int HOLD_SECONDS = 3_600;

    private static final UUID ORGANIZER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    public Api(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    /// Whether it takes requests.
    public boolean isReady() throws InterruptedException {
        try {
            return send(request("/health/ready").GET().build()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether its answers wait for no disk.
    public boolean isRelaxed() throws IOException, InterruptedException {
        String health = expect(200, send(request("/health/ready").GET().build()));
        return found(DURABILITY, health).equals("relaxed");
    }

    /// Creates an event whose holds last an hour and are not limited; its id.
    public UUID createEvent(int totalSeats) throws IOException, InterruptedException {
        return createEvent("\"totalSeats\":" + totalSeats);
    }

    /// Creates such an event.
    ///
    /// @param places a field of its JSON: `totalSeats` or `sections`
    public UUID createEvent(String places) throws IOException, InterruptedException {
        return createEvent(places, HOLD_SECONDS);
    }

    /// Creates such an event, but holds last `holdSeconds`.
    public UUID createEvent(String places, int holdSeconds)
            throws IOException, InterruptedException {
        return createEvent(places, holdSeconds, 0);
    }

    /// Creates such an event, where one user may hold `heldSeatsPerUser` at once; 0: any number.
    public UUID createEvent(String places, int holdSeconds, int heldSeatsPerUser)
            throws IOException, InterruptedException {
        String body =
                """
                {"name":"Bench",%s,"policy":{"heldSeatsPerUser":%d,"holdSeconds":%d}}\
                """
                        .formatted(places, heldSeatsPerUser, holdSeconds);
        HttpRequest request =
                as(ORGANIZER, "/v1/events")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return UUID.fromString(found(ID, expect(201, send(request))));
    }

    /// The status of the answer to holding a seat.
    public int hold(UUID event, int seat, UUID user) throws IOException, InterruptedException {
        return post(event, seat, user, "hold");
    }

    /// The status of a seat: `available`, `held` or `reserved`.
    public String seatStatus(UUID event, int seat) throws IOException, InterruptedException {
        HttpRequest request = request(seatPath(event, seat)).GET().build();
        return found(STATUS, expect(200, send(request)));
    }

    /// The status of each seat of an event, by ascending number.
    public List<String> seatStatuses(UUID event) throws IOException, InterruptedException {
        HttpRequest request = request(seatsPath(event) + "?status=all").GET().build();
        return all(STATUS, expect(200, send(request)));
    }

    /// What it has counted, in the Prometheus text format.
    public String metrics() throws IOException, InterruptedException {
        return expect(200, send(request("/metrics").GET().build()));
    }

    /// The bytes of a request that gets `path`, for a load.
    ///
    /// @param headers further ones, each with its line's end
    public static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    /// Where the available seats of an event are listed.
    public static String seatsPath(UUID event) {
        return "/v1/events/" + event + "/seats";
    }

    /// How many bytes the list of available seats of an event has.
    public int seatsBytes(UUID event) throws IOException, InterruptedException {
        return expect(200, send(request(seatsPath(event)).GET().build())).length();
    }

    /// The tag of the list of available seats of an event.
    public String seatsTag(UUID event) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(seatsPath(event)).GET().build());
        return response.headers().firstValue("ETag").orElseThrow();
    }

    /// The id of seat `number` of an event.
    public static UUID seatId(UUID event, int number) {
        return new UUID(event.getMostSignificantBits(), event.getLeastSignificantBits() | number);
    }

    /// The token of a user.
    public static String token(UUID user) {
        byte[] text = user.toString().getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(text);
    }

    /// The status of the answer to `call` (`hold`, `reserve`, …) of a seat.
    public int post(UUID event, int seat, UUID user, String call)
            throws IOException, InterruptedException {
        BodyPublisher nothing = BodyPublishers.noBody();
        HttpRequest request = as(user, seatPath(event, seat) + "/" + call).POST(nothing).build();
        return send(request).statusCode();
    }

    /// Where a seat of an event is.
    public static String seatPath(UUID event, int seat) {
        return seatsPath(event) + "/" + seatId(event, seat);
    }

    private HttpRequest.Builder as(UUID user, String path) {
        return request(path).header("Authorization", "Bearer " + token(user));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).timeout(TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    private static String expect(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException(
                    "%s answered %d: %s"
                            .formatted(
                                    response.request().uri(),
                                    response.statusCode(),
                                    response.body()));
        }
        return response.body();
    }

    private static String found(Pattern pattern, String body) throws IOException {
        List<String> all = all(pattern, body);
        if (all.isEmpty()) throw new IOException("no " + pattern + " in " + body);
        return all.getFirst();
    }

    private static List<String> all(Pattern pattern, String body) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(body);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
