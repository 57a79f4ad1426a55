package usher.domain.seating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.domain.UserId;

final class HoldersTest {

    private final Holders holders = new Holders();

    @Test
    void who_is_not_known_is_nobody() {
        assertEquals(Holders.NOBODY, holders.find(user(1)));
        assertEquals(Holders.NOBODY, holders.retain(null));
        holders.release(Holders.NOBODY);
        assertEquals(0, holders.size());
    }

    @Test
    void a_user_is_known_for_as_long_as_a_seat_refers_to_him() {
        int holder = holders.retain(user(1));
        assertEquals(holder, holders.retain(user(1)));
        assertEquals(user(1), holders.user(holder));

        holders.release(holder);
        assertEquals(holder, holders.find(user(1)));
        holders.release(holder);
        assertEquals(Holders.NOBODY, holders.find(user(1)));
    }

    @Test
    void the_number_of_who_left_is_given_to_who_comes() {
        int first = holders.retain(user(1));
        holders.retain(user(2));
        holders.release(first);

        assertEquals(first, holders.retain(user(3)));
        assertEquals(user(3), holders.user(first));
        assertEquals(0, holders.firstHeld(first));
        assertEquals(1, holders.references(first));
    }

    @Test
    void the_uuid_of_zeros_is_a_user_like_others() {
        UserId zero = new UserId(new UUID(0, 0));
        int holder = holders.retain(zero);

        assertNotEquals(Holders.NOBODY, holder);
        assertEquals(holder, holders.find(zero));
        holders.release(holder);
        assertEquals(Holders.NOBODY, holders.find(zero));
    }

    @Test
    void each_half_of_a_uuid_tells_users_apart() {
        for (int i = 0; i < 100; i++) {
            assertEquals(2 * i, holders.size());
            holders.retain(new UserId(new UUID(i, -1)));
            holders.retain(new UserId(new UUID(-1, i)));
        }
    }

    /// The fewer homes in the hash table they share, the more they push each other around.
    @ParameterizedTest
    @CsvSource({"3, 1", "20, 4", "300, 16", "5000, 5000"})
    void they_are_as_a_hash_map_is_through_growth_and_deletion(int users, int homes) {
        SplittableRandom random = new SplittableRandom(users);
        Map<UserId, Integer> references = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            UserId user = user(random.nextInt(users), homes);
            int holder = holders.find(user);
            if (random.nextInt(users * 2) >= references.size()) {
                holders.retain(user);
                references.merge(user, 1, Integer::sum);
            } else if (holder != Holders.NOBODY) {
                holders.release(holder);
                references.computeIfPresent(user, (_, n) -> n == 1 ? null : n - 1);
            }
            if (i % 1000 == 0) compare(references, users, homes);
        }
        compare(references, users, homes);
    }

    @Test
    void a_copy_of_the_names_stays_as_it_is() {
        int holder = holders.retain(user(1));
        Holders copy = holders.copyOfNames();

        holders.release(holder);
        holders.retain(user(2));

        assertEquals(user(1), copy.user(holder));
    }

    private void compare(Map<UserId, Integer> references, int users, int homes) {
        assertEquals(references.size(), holders.size());
        for (int i = 0; i < users; i++) {
            UserId user = user(i, homes);
            int holder = holders.find(user);
            int expected = references.getOrDefault(user, 0);
            assertEquals(expected == 0, holder == Holders.NOBODY);
            if (expected == 0) continue;
            assertEquals(expected, holders.references(holder));
            assertEquals(user, holders.user(holder));
        }
    }

    private static UserId user(int number) {
        return new UserId(new UUID(number, number));
    }

    /// What decides upon his home, the one half of his id xor the other turned, is of `homes`
    /// values.
    private static UserId user(int number, int homes) {
        long low = 0x9E37_79B9_7F4A_7C15L * (number + 1);
        return new UserId(new UUID(Long.rotateLeft(low, 32) ^ (number % homes), low));
    }
}
