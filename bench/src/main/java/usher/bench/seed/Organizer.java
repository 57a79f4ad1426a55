package usher.bench.seed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usher.bench.server.Api;

/// Somebody who puts events on sale, on one server.
final class Organizer {

    private static final UUID USER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Pattern ID_AND_NAME =
            Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\",\"name\":\"([^\"\\\\]*)\"");
    private static final Pattern TOTAL = Pattern.compile("\"totalSeats\":([0-9]+)");
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    Organizer(URI server) {
        this.server = server;
    }

    /// The events there are, by name.
    Map<String, EventOnSale> events() throws IOException, InterruptedException {
        Map<String, EventOnSale> events = new HashMap<>();
        for (String page : pages("/v1/events")) {
            for (EventOnSale event : eventsIn(page)) events.put(event.name(), event);
        }
        return events;
    }

    /// The ids of the venues there are, by name.
    Map<String, UUID> venues() throws IOException, InterruptedException {
        Map<String, UUID> venues = new HashMap<>();
        for (String page : pages("/v1/venues")) venues.putAll(idsIn(page));
        return venues;
    }

    /// Puts what `body` describes on sale. Two who do so at the same time do it once.
    EventOnSale create(String body) throws IOException, InterruptedException {
        return eventsIn(post("/v1/events", body)).getFirst();
    }

    /// Adds `hall` as a venue; its id. Two who do so at the same time do it once.
    UUID add(Hall hall) throws IOException, InterruptedException {
        return idsIn(post("/v1/venues", hall.body())).values().iterator().next();
    }

    private List<String> pages(String path) throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        String cursor = "";
        do {
            String page = send(200, request(path + "?limit=100" + cursor).GET());
            pages.add(page);
            Matcher next = NEXT.matcher(page);
            cursor = next.find() ? "&cursor=" + next.group(1) : "";
        } while (!cursor.isEmpty());
        return pages;
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        UUID once = UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", once.toString())
                        .POST(BodyPublishers.ofString(body));
        return send(201, request);
    }

    /// Each venue starts with its id and name.
    private static Map<String, UUID> idsIn(String json) {
        Map<String, UUID> ids = new HashMap<>();
        Matcher venue = ID_AND_NAME.matcher(json);
        while (venue.find()) ids.put(venue.group(2), UUID.fromString(venue.group(1)));
        return ids;
    }

    /// Each event starts with its id and name, and has a total.
    private static List<EventOnSale> eventsIn(String json) throws IOException {
        List<EventOnSale> events = new ArrayList<>();
        Matcher event = ID_AND_NAME.matcher(json);
        Matcher total = TOTAL.matcher(json);
        while (event.find()) {
            if (!total.find(event.end())) throw new IOException("an event without seats: " + json);
            UUID id = UUID.fromString(event.group(1));
            events.add(new EventOnSale(id, event.group(2), Integer.parseInt(total.group(1))));
        }
        return events;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + Api.token(USER))
                .timeout(TIMEOUT);
    }

    private String send(int status, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() == status) return response.body();
        throw new IOException(
                "%s answered %d: %s"
                        .formatted(response.uri(), response.statusCode(), response.body()));
    }
}
