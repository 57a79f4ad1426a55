package usher.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdsTest {

    @Test
    void every_uuid_is_read_as_it_is_written_in_any_case() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            assertEquals(id, Ids.uuidOrNull(id.toString()));
            assertEquals(id, Ids.uuidOrNull(id.toString().toUpperCase(Locale.ROOT)));
        }
        assertEquals(new UUID(-1, -1), Ids.uuidOrNull("ffffffff-ffff-ffff-ffff-ffffffffffff"));
    }

    @Test
    void a_uuid_with_any_one_character_changed_to_another_kind_is_none() {
        String id = "6e859e28-86c3-4eb9-9674-f48ac89cc1c5";
        for (int i = 0; i < id.length(); i++) {
            for (char wrong :
                    new char[] {
                        'g', '+', ' ', '.', '٣', 'ｆ', '\0', id.charAt(i) == '-' ? '0' : '-'
                    }) {
                String changed = id.substring(0, i) + wrong + id.substring(i + 1);
                assertNull(Ids.uuidOrNull(changed), changed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "6e859e2886c34eb99674f48ac89cc1c5",
                "6e859e28-86c3-4eb9-9674-f48ac89cc1c",
                "6e859e28-86c3-4eb9-9674-f48ac89cc1c55",
                "{e859e28-86c3-4eb9-9674-f48ac89cc1c}",
                "6e859e2-886c3-4eb9-9674-f48ac89cc1c5"
            })
    void what_has_another_shape_is_none(String text) {
        assertNull(Ids.uuidOrNull(text));
    }
}
