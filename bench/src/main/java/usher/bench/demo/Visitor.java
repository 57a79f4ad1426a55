package usher.bench.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Recorder;
import usher.bench.seed.EventOnSale;
import usher.bench.server.Api;

/// One place in the crowd: somebody comes, wants a few seats side by side, thinks about it, and
/// keeps them, lets them go or just walks away; then somebody else comes.
///
/// Every other one wants the first event, so there is a rush. Blocks: for a thread of its own.
final class Visitor implements Runnable {

    private static final Pattern SEAT_ID = Pattern.compile("\"seatId\":\"([0-9a-f-]{36})\"");
    private static final int SEATS_MAX = 4;
    private static final int THINKS_MILLIS_MAX = 4_000;
    private static final int HOLD_SECONDS_MIN = 5;
    private static final int HOLD_SECONDS_MAX = 15;
    private static final int KEEP_PERCENT = 40;
    private static final int RELEASE_PERCENT = 30;
    private static final long LATENCY_MICROS_MAX = 60_000_000;

    private final URI server;
    private final List<EventOnSale> events;
    private final HttpClient client;
    private final Recorder holdMicros;
    private final SplittableRandom chance;

    /// @param holdMicros hears how long each hold or refusal took
    Visitor(
            URI server,
            List<EventOnSale> events,
            HttpClient client,
            Recorder holdMicros,
            SplittableRandom chance) {
        this.server = server;
        this.events = events;
        this.client = client;
        this.holdMicros = holdMicros;
        this.chance = chance;
    }

    /// Until its thread is interrupted, or the client is shut down.
    @Override
    public void run() {
        try {
            while (!client.isTerminated()) visit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit() throws InterruptedException {
        think();
        UUID user = new UUID(chance.nextLong(), chance.nextLong());
        EventOnSale event = events.get(chance.nextBoolean() ? 0 : chance.nextInt(events.size()));
        try {
            List<String> held = hold(user, event);
            if (!held.isEmpty()) decide(user, event, held);
        } catch (IOException e) {
            // The server is busy stopping, or too busy to answer: comes again later.
        }
    }

    /// The ids of the seats that he holds now; none if he was refused.
    private List<String> hold(UUID user, EventOnSale event)
            throws IOException, InterruptedException {
        int seconds = chance.nextInt(HOLD_SECONDS_MIN, HOLD_SECONDS_MAX + 1);
        String body = "{%s,\"holdSeconds\":%d}".formatted(wish(event), seconds);
        HttpRequest.Builder hold =
                at(event, "/holds")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        long before = System.nanoTime();
        HttpResponse<String> answer = send(user, hold);
        long micros = (System.nanoTime() - before) / 1000;
        holdMicros.recordValue(Math.min(micros, LATENCY_MICROS_MAX));
        if (answer.statusCode() != 200) return List.of();
        return SEAT_ID.matcher(answer.body()).results().map(seat -> seat.group(1)).toList();
    }

    /// The best seats, or some side by side that look nice on the plan.
    private String wish(EventOnSale event) {
        int quantity = chance.nextInt(1, Math.min(SEATS_MAX, event.totalSeats()) + 1);
        if (chance.nextBoolean()) return "\"bestAvailable\":{\"quantity\":%d}".formatted(quantity);
        int first = chance.nextInt(1, event.totalSeats() - quantity + 2);
        return IntStream.range(first, first + quantity)
                .mapToObj(number -> "\"" + Api.seatId(event.id(), number) + "\"")
                .collect(Collectors.joining(",", "\"seats\":[", "]"));
    }

    private void decide(UUID user, EventOnSale event, List<String> seats)
            throws IOException, InterruptedException {
        think();
        int mood = chance.nextInt(100);
        if (mood < KEEP_PERCENT) {
            for (String seat : seats) {
                HttpResponse<String> unused = send(user, giveAway(event, seat));
            }
        } else if (mood < KEEP_PERCENT + RELEASE_PERCENT) {
            HttpResponse<String> unused = send(user, at(event, "/holds").DELETE());
        }
    }

    private void think() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(THINKS_MILLIS_MAX));
    }

    private HttpRequest.Builder at(EventOnSale event, String path) {
        URI uri = server.resolve("/v1/events/" + event.id() + path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    }

    /// Seats have a price, but nobody can pay yet: everybody is an organizer here.
    private HttpRequest.Builder giveAway(EventOnSale event, String seat) {
        return at(event, "/seats/" + seat + "/reserve")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"complimentary\":true}"));
    }

    private HttpResponse<String> send(UUID user, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        String token = "Bearer " + Api.token(user);
        return client.send(request.header("Authorization", token).build(), BodyHandlers.ofString());
    }
}
