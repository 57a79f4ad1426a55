package usher.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.selling.SeatsReserved;

class FactCodecTest {

    private static final UserId ANN = new UserId(new UUID(0x1111_1111_1111_4111L, -1));
    private static final UserId BOB = new UserId(new UUID(0x2222_2222_2222_4222L, -1));
    private static final String HELD =
            """
            {"fact":"SeatsHeld","at":7,"by":"11111111-1111-4111-ffff-ffffffffffff",\
            "request":"r","seats":[17],"until":8}\
            """;

    @Test
    void a_hold_is_written_so_that_people_can_read_it() {
        Fact held = new SeatsHeld(Cause.of(7, ANN, "r"), ANN, SeatSet.of(17), 8);
        assertEquals("[" + HELD + "]", written(held));
    }

    @Test
    void what_the_system_did_names_nobody() {
        Fact expired = new HoldsExpired(Cause.system(7, "r"), SeatSet.of(17));
        assertEquals(
                "[{\"fact\":\"HoldsExpired\",\"at\":7,\"request\":\"r\",\"seats\":[17]}]",
                written(expired));
    }

    @Test
    void a_user_is_named_when_somebody_else_asked() {
        Fact given = new SeatsReserved(Cause.of(7, ANN, "r"), BOB, SeatSet.of(17), null);
        assertTrue(written(given).contains("\"user\":\"" + BOB + "\""));
        assertEquals(List.of(given), read(written(given)));
    }

    @Test
    void a_user_is_named_when_the_system_acted_for_him() {
        Fact given = new SeatsReserved(Cause.system(7, "r"), BOB, SeatSet.of(17), null);
        assertTrue(written(given).contains("\"user\":\"" + BOB + "\""));
        assertEquals(List.of(given), read(written(given)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "         | []",
                "7        | [7]",
                "7 8      | [7,8]",
                "7 8 9    | [[7,9]]",
                "1 3 5    | [1,3,5]",
                "1 2 3 5  | [[1,3],5]",
                "1 3 4 5  | [1,[3,5]]",
                "1 2 4 5 6 8 9 10 12 | [1,2,[4,6],[8,10],12]",
                "1048575  | [1048575]"
            })
    void runs_of_three_and_more_neighbours_are_written_by_their_ends(String seats, String json) {
        Fact fact = released(seats == null ? new int[0] : numbers(seats));
        assertTrue(written(fact).endsWith("\"seats\":" + json + "}]"), written(fact));
        assertEquals(List.of(fact), read(written(fact)));
    }

    @Test
    void a_whole_hall_takes_a_few_bytes() {
        Fact all = released(IntStream.rangeClosed(1, 100_000).toArray());
        assertTrue(written(all).length() < 150);
        assertEquals(List.of(all), read(written(all)));
    }

    @Test
    void a_hundred_thousand_seats_apart_come_back() {
        Fact apart = released(IntStream.range(0, 100_000).map(i -> 2 * i + 1).toArray());
        assertEquals(List.of(apart), read(written(apart)));
    }

    @Test
    void an_entry_without_facts_comes_back_empty() {
        assertEquals("[]", written());
        assertEquals(List.of(), read(" [ ] "));
    }

    @Test
    void two_facts_of_one_user_share_nothing_that_one_may_change() {
        Fact held = new SeatsHeld(Cause.of(7, ANN, "r"), ANN, SeatSet.of(1), 8);
        Fact system = new HoldsExpired(Cause.system(9, "s"), SeatSet.of(1));
        assertEquals(List.of(held, system, held), read(written(held, system, held)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SeatsHeld        | SeatsHold            | expected one of [SeatsHeld, ",
                "`\"fact\":\"SeatsHeld\",` | ``          | \"fact\" is missing",
                "`\"at\":7,`      | ``                   | \"at\" is missing",
                "`\"request\":\"r\",` | ``               | \"request\" is missing",
                "`\"seats\":[17],` | ``                  | \"seats\" is missing",
                "`,\"until\":8`   | ``                   | \"until\" is missing",
                "\"by\"           | \"buy\"              | \"user\" is missing",
                "\"at\":7         | \"at\":7,\"at\":7    | \"at\" stands there twice",
                "\"at\":7         | \"at\":\"7\"         | byte 135 of the JSON: expected a whole",
                "\"at\":7         | \"at\":7.0           | expected a whole number",
                "\"at\":7         | \"at\":7e1           | expected a whole number",
                "\"at\":7         | \"at\":07            | expected a whole number",
                "\"at\":7         | \"at\":null          | expected a whole number",
                "\"at\":7         | \"at\":9223372036854775808 | expected a number of 64 bits",
                "11111111-        | 11111111             | expected a UUID",
                "11111111-        | 1111111g-            | expected hexadecimal digits",
                "\"r\"            | \"r r\"              | not a request id: r r",
                "\"r\"            | 5                    | expected a string",
                "[17]             | 17                   | expected an array",
                "[17]             | [0]                  | expected ascending seat numbers",
                "[17]             | [-1]                 | expected ascending seat numbers",
                "[17]             | [17,17]              | expected ascending seat numbers",
                "[17]             | [18,17]              | expected ascending seat numbers",
                "[17]             | [[17,16]]            | expected ascending seat numbers",
                "[17]             | [[17]]               | expected the last number of a run",
                "[17]             | [[17,18,19]]         | expected only two numbers in a run",
                "[17]             | [1048576]            | expected ascending seat numbers",
                "[17]             | [[1,2000000000]]     | expected ascending seat numbers",
                "[17]             | [4294967313]         | expected a number of 32 bits",
                "`\"until\":8}`   | `\"until\":8`        | expected ',' or '}'",
                "`\"until\":8}`   | `\"until\":8,}`      | expected the name of a field",
            })
    void what_is_wrong_with_a_fact_is_named(String part, String wrong, String complaint) {
        assertTrue(HELD.contains(part), part);
        String broken = HELD.replace(part, wrong == null ? "" : wrong);
        String message = complaintAbout("[" + HELD + "," + broken + "]");
        assertTrue(message.startsWith("fact 2 of the entry: "), message);
        assertTrue(message.contains(complaint), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``      | byte 0 of the JSON: expected more",
                "{}      | byte 0 of the JSON: expected an array",
                "null    | byte 0 of the JSON: expected an array",
                "[5]     | fact 1 of the entry: byte 1 of the JSON: expected an object",
                "[] []   | byte 3 of the JSON: expected the end",
                "[{}]    | fact 1 of the entry: \"fact\" is missing",
            })
    void what_is_no_entry_is_refused(String json, String complaint) {
        assertEquals(complaint, complaintAbout(json));
    }

    @Test
    void nesting_is_bounded_where_it_is_not_understood() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        String message = complaintAbout("[{\"deep\":" + deep + "}]");
        assertTrue(message.contains("expected at most 64 levels"), message);
    }

    private static Fact released(int... seats) {
        return new HoldsReleased(Cause.of(7, ANN, "r"), SeatSet.of(seats));
    }

    private static int[] numbers(String seats) {
        return Stream.of(seats.strip().split(" +")).mapToInt(Integer::parseInt).toArray();
    }

    private static String complaintAbout(String json) {
        return assertThrows(LedgerException.class, () -> read(json)).getMessage();
    }

    private static String written(Fact... facts) {
        JsonBytes out = new JsonBytes(1);
        FactCodec.write(List.of(facts), out);
        return out.toString();
    }

    private static List<Fact> read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return FactCodec.read(bytes, 0, bytes.length);
    }
}
