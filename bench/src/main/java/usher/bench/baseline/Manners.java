package usher.bench.baseline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import usher.bench.server.Api;

/// What a service owes whoever holds seats, whoever wrote it: a fast one that sells twice is no
/// competitor. Usher is asked the same.
public final class Manners {

    /// Usher's default.
    public static final int HELD_SEATS_PER_USER = 6;

    private static final String SEATS = "\"totalSeats\":20";
    private static final int ALL_SEATS = 20;
    private static final int RIVALS = 16;
    private static final int HELD = 200;
    private static final int REFUSED = 409;
    private static final int NOT_FOUND = 404;
    private static final long EXPIRY_SECONDS_MAX = 30;

    private final Api api;
    private final long expirySecondsMax;
    private final List<String> breaches = new ArrayList<>();

    /// What one of several rivals asks; the status of the answer.
    private interface Question {
        int ask(int rival) throws IOException, InterruptedException;
    }

    private Manners(Api api, long expirySecondsMax) {
        this.api = api;
        this.expirySecondsMax = expirySecondsMax;
    }

    /// What the service does wrong, in words; empty if it behaves.
    public static List<String> breachesOf(Api api) throws IOException, InterruptedException {
        return breachesOf(api, EXPIRY_SECONDS_MAX);
    }

    /// The same of a service whose holds end within `expirySecondsMax` of their time, if ever.
    static List<String> breachesOf(Api api, long expirySecondsMax)
            throws IOException, InterruptedException {
        Manners manners = new Manners(api, expirySecondsMax);
        manners.keepsWhatItAcknowledges();
        manners.knowsWhoHasWhat();
        manners.limitsEachUser();
        manners.hasOneWinnerAmongRivals();
        manners.letsHoldsExpire();
        return manners.breaches;
    }

    private void keepsWhatItAcknowledges() throws IOException, InterruptedException {
        require(!api.isRelaxed(), "its database answers before it has forced to the disk");
    }

    private void knowsWhoHasWhat() throws IOException, InterruptedException {
        UUID event = newEvent();
        expect(HELD, api.hold(event, 1, user(1)), "a free seat");
        expect(REFUSED, api.hold(event, 1, user(2)), "a seat that somebody else holds");
        expect(HELD, api.hold(event, 1, user(1)), "a seat that the same user holds");
        expect(NOT_FOUND, api.hold(event, ALL_SEATS + 1, user(1)), "a seat that does not exist");
    }

    private void limitsEachUser() throws IOException, InterruptedException {
        UUID event = newEvent();
        List<Integer> answers = atOnce(i -> api.hold(event, i + 1, user(1)));
        require(
                count(HELD, answers) == HELD_SEATS_PER_USER
                        && count(REFUSED, answers) == RIVALS - HELD_SEATS_PER_USER,
                "of one user who asks for many seats at once, it says " + answers);
        expect(HELD, api.hold(event, ALL_SEATS, user(2)), "another user's first seat");
    }

    private void hasOneWinnerAmongRivals() throws IOException, InterruptedException {
        UUID event = newEvent();
        List<Integer> answers = atOnce(i -> api.hold(event, 1, user(i)));
        require(
                count(HELD, answers) == 1 && count(REFUSED, answers) == RIVALS - 1,
                "of many users who ask for one seat at once, it says " + answers);
    }

    private void letsHoldsExpire() throws IOException, InterruptedException {
        UUID event = api.createEvent(SEATS, 1, HELD_SEATS_PER_USER);
        expect(HELD, api.hold(event, 1, user(1)), "a free seat");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(expirySecondsMax);
        int answer = REFUSED;
        while (answer == REFUSED && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(50);
            answer = api.hold(event, 1, user(2));
        }
        expect(HELD, answer, "a seat whose hold is over");
    }

    private UUID newEvent() throws IOException, InterruptedException {
        return api.createEvent(SEATS, Api.HOLD_SECONDS, HELD_SEATS_PER_USER);
    }

    private static UUID user(int number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L | number);
    }

    private static List<Integer> atOnce(Question question)
            throws IOException, InterruptedException {
        try (ExecutorService rivals = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < RIVALS; i++) {
                int rival = i;
                answers.add(rivals.submit(() -> question.ask(rival)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) statuses.add(answer.get());
            return statuses;
        } catch (ExecutionException e) {
            throw new IOException("a request was not answered", e);
        }
    }

    private static long count(int status, List<Integer> answers) {
        return answers.stream().filter(answer -> answer == status).count();
    }

    private void expect(int status, int answer, String of) {
        require(answer == status, "it answers %d to holding %s".formatted(answer, of));
    }

    private void require(boolean isSo, String breach) {
        if (!isSo) breaches.add(breach);
    }
}
