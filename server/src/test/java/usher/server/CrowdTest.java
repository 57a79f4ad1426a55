package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Many who want the same at the same time.
@QuarkusTest
final class CrowdTest {

    private static final int PEOPLE = 400;

    @Test
    void of_400_users_who_hold_one_seat_at_once_exactly_one_owns_it() throws Exception {
        Sale sale = Sale.of(10);
        List<Reply> replies = atOnce(PEOPLE, visitor -> visitor.post(sale.seat(7, "hold")));

        List<Reply> owners = replies.stream().filter(reply -> reply.status() == 200).toList();
        assertEquals(1, owners.size());
        for (Reply reply : replies) {
            if (reply.status() != 200) reply.isProblem(409, "seat-unavailable");
        }
        Visitor stranger = Visitor.stranger();
        stranger.post(sale.seat(7, "reserve")).isProblem(409, "not-your-hold");
    }

    @Test
    void a_crowd_takes_each_seat_once_and_all_of_them() throws Exception {
        Sale sale = Sale.of(100);
        List<Reply> replies =
                atOnce(
                        PEOPLE,
                        visitor -> {
                            int number = Math.floorMod(visitor.hashCode(), 100) + 1;
                            visitor.post(sale.seat(number, "hold"));
                            return visitor.post(sale.seat(number, "reserve"));
                        });
        long owners = replies.stream().filter(reply -> reply.status() == 200).count();
        Reply reserved = Visitor.nobody().get(sale.seats() + "?status=reserved").is(200);
        assertEquals(owners, reserved.json().get("items").size());
    }

    private interface Wish {

        Reply of(Visitor visitor);
    }

    private static List<Reply> atOnce(int people, Wish wish) throws Exception {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> asked =
                    IntStream.range(0, people)
                            .mapToObj(_ -> crowd.submit(() -> wish.of(Visitor.stranger())))
                            .toList();
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> each : asked) replies.add(each.get());
            return replies;
        }
    }
}
