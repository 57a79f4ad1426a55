package usher.bench.kill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import usher.bench.load.Script;
import usher.bench.server.Api;

/// Visitors who come one after the other on each connection, and want seats that others want too.
final class Visitors implements Script {

    private static final int SEATS_AT_ONCE_MAX = 4;
    private static final int FIRST_ANSWERS = 500;
    private static final List<Visit.Then> CHOICES = List.of(Visit.Then.values());
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;

    private final List<UUID> events;
    private final int seatsPerEvent;
    private final SplittableRandom chance;
    private final @Nullable Visit[] current;
    private final List<Visit> journal = new ArrayList<>();
    private final CountDownLatch firstAnswers = new CountDownLatch(FIRST_ANSWERS);
    private volatile boolean isOver;

    /// @param connections how many visitors there are at a time
    Visitors(List<UUID> events, int seatsPerEvent, int connections, SplittableRandom chance) {
        this.events = events;
        this.seatsPerEvent = seatsPerEvent;
        this.chance = chance;
        this.current = new Visit[connections];
    }

    /// Everybody who came, in order. To be read once the load has ended.
    List<Visit> journal() {
        return journal;
    }

    /// Waits until so many visitors were answered that the load is what it should be; false if they
    /// are not within `seconds`. For another thread than the load's.
    boolean awaitFirstAnswers(long seconds) throws InterruptedException {
        return firstAnswers.await(seconds, TimeUnit.SECONDS);
    }

    /// Nobody asks for more. For another thread than the load's.
    void goHome() {
        isOver = true;
    }

    @Override
    public boolean ask(int connection, ByteBuffer request) {
        if (isOver) return false;
        Visit visit = current[connection];
        boolean isNew = visit == null || !visit.goesOn();
        if (visit == null || isNew) {
            visit = newVisit();
            current[connection] = visit;
            journal.add(visit);
        }
        request.put((isNew ? hold(visit) : then(visit)).getBytes(ISO_8859_1));
        visit.asks();
        return true;
    }

    @Override
    public boolean answered(int connection, int status) {
        Visit visit = current[connection];
        if (visit == null) throw new IllegalStateException("an answer to nobody");
        boolean isDone = status == OK || status == NO_CONTENT;
        boolean isFirst = visit.thenDone() == Visit.Known.NOT_ASKED;
        if (!isDone && status != CONFLICT) return false;
        firstAnswers.countDown();
        visit.isTold(isDone);
        return isDone || isFirst;
    }

    private Visit newVisit() {
        int event = chance.nextInt(events.size());
        int count = chance.nextBoolean() ? 1 : chance.nextInt(2, SEATS_AT_ONCE_MAX + 1);
        int[] seats =
                Arrays.stream(chance.ints(count, 1, seatsPerEvent + 1).toArray())
                        .distinct()
                        .toArray();
        Visit.Then then = CHOICES.get(chance.nextInt(CHOICES.size()));
        return new Visit(event, new UUID(chance.nextLong(), chance.nextLong()), seats, then);
    }

    private String hold(Visit visit) {
        UUID event = events.get(visit.event());
        if (visit.seats().size() == 1) return onFirstSeat(visit, "hold");
        List<String> ids =
                visit.seats().stream().map(seat -> "\"" + Api.seatId(event, seat) + "\"").toList();
        String body = "{\"seats\":[" + String.join(",", ids) + "]}";
        return post(visit, "/v1/events/" + event + "/holds", body);
    }

    private String then(Visit visit) {
        return onFirstSeat(visit, visit.then() == Visit.Then.RESERVE ? "reserve" : "release");
    }

    private String onFirstSeat(Visit visit, String call) {
        UUID event = events.get(visit.event());
        UUID seat = Api.seatId(event, visit.firstSeat());
        return post(visit, "/v1/events/" + event + "/seats/" + seat + "/" + call, "");
    }

    private static String post(Visit visit, String path, String body) {
        String type = body.isEmpty() ? "" : "Content-Type: application/json\r\n";
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Api.token(visit.user())
                + "\r\n"
                + type
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
    }
}
