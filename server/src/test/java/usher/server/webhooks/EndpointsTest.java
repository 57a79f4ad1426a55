package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// Endpoints in the ledger, which several nodes and callers change at once.
final class EndpointsTest {

    private final WebhookHouse house = new WebhookHouse();
    private final Endpoints elsewhere = new Endpoints(house.memory);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_one_node_adds_changes_and_removes_another_sees() {
        Endpoint one = house.endpoint("https://example.org/one", "SeatsHeld");
        Endpoint two = house.endpoint("https://example.org/two");
        assertEquals(List.of(one, two), all(elsewhere));
        long before = elsewhere.revision();

        KeptEndpoint changed = house.endpoints.change(one.id(), null, now -> now.disabled("Why"));
        assertNotEquals(before, elsewhere.revision());
        assertEquals(changed, elsewhere.get(one.id()));

        house.endpoints.remove(one.id());
        assertEquals(List.of(two), all(elsewhere));
        assertNull(elsewhere.find(one.id()));
        isRefused(ProblemType.WEBHOOK_ENDPOINT_NOT_FOUND, () -> elsewhere.remove(one.id()));
    }

    @Test
    void everything_about_an_endpoint_is_kept() {
        Endpoint whole =
                new Endpoint(
                        UUID.randomUUID(),
                        new Endpoint.Wish(
                                "https://example.org/?a=\"\\", List.of("SeatsHeld"), "Ünï\n"),
                        false,
                        "Because",
                        12,
                        new Endpoint.Course(34, 5),
                        new Endpoint.SecretAge(6, 78),
                        -9);
        KeptEndpoint _ = house.endpoints.add(whole);
        assertEquals(whole, elsewhere.get(whole.id()).endpoint());
    }

    @Test
    void there_are_fifty_at_most_however_many_are_added_at_once() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> added =
                    IntStream.range(0, 60).mapToObj(i -> threads.submit(this::isAdded)).toList();
            int count = 0;
            for (Future<Boolean> each : added) {
                if (each.get()) count++;
            }
            assertEquals(Endpoints.ENDPOINTS_MAX, count);
        }
        assertEquals(Endpoints.ENDPOINTS_MAX, elsewhere.all().size());
    }

    @Test
    void who_means_an_older_endpoint_changes_nothing() {
        Endpoint one = house.endpoint("https://example.org/");
        KeptEndpoint _ = house.endpoints.change(one.id(), null, now -> now.disabled("Why"));
        isRefused(
                ProblemType.PRECONDITION_FAILED,
                () -> elsewhere.change(one.id(), revision -> revision == 1, now -> now));
        assertEquals("Why", elsewhere.get(one.id()).endpoint().reason());
    }

    @Test
    void changes_at_once_are_made_one_after_the_other() throws Exception {
        Endpoint one = house.endpoint("https://example.org/");
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<KeptEndpoint>> changes =
                    IntStream.range(0, 30)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            elsewhere.change(
                                                                    one.id(),
                                                                    null,
                                                                    now -> now.anewSince(i))))
                            .toList();
            for (Future<KeptEndpoint> each : changes) {
                KeptEndpoint _ = each.get();
            }
        }
        assertEquals(31, elsewhere.get(one.id()).endpoint().course().generation());
    }

    private boolean isAdded() {
        try {
            return house.endpoint("https://example.org/").isEnabled();
        } catch (Problem tooMany) {
            assertEquals(ProblemType.WEBHOOK_ENDPOINT_LIMIT_REACHED, tooMany.type());
            return false;
        }
    }

    private static void isRefused(ProblemType type, Runnable work) {
        assertEquals(type, assertThrows(Problem.class, work::run).type());
    }

    private static List<Endpoint> all(Endpoints endpoints) {
        return endpoints.all().stream().map(KeptEndpoint::endpoint).toList();
    }
}
