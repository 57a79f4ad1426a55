package usher.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import usher.bench.load.LoadResult;
import usher.bench.report.Samples;

class TurnsTest {

    @Test
    void who_goes_first_changes_from_round_to_round() throws Exception {
        List<String> order = new ArrayList<>();
        Turns.take(3, () -> shot(order, "left", 1), () -> shot(order, "right", 1));
        assertEquals(List.of("left", "right", "right", "left", "left", "right"), order);
    }

    @Test
    void of_several_loads_each_begins_a_round_in_turn() throws Exception {
        List<String> order = new ArrayList<>();
        List<List<Shot>> shots =
                Turns.takeAll(
                        3,
                        List.of(
                                () -> shot(order, "a", 1),
                                () -> shot(order, "b", 2),
                                () -> shot(order, "c", 3)));
        assertEquals(List.of("a", "b", "c", "b", "c", "a", "c", "a", "b"), order);
        assertEquals(List.of(3L, 3L, 3L), answers(shots.get(2)));
    }

    @Test
    void a_ratio_is_taken_within_a_round() throws Exception {
        int[] round = {0, 0};
        Turns turns = Turns.take(3, () -> shot(++round[0] * 60L), () -> shot(++round[1] * 30L));
        Samples ratio = turns.ratio(Shot::perSecond);
        assertEquals(2, ratio.min());
        assertEquals(2, ratio.max());
        assertEquals(0.5, turns.inverseRatio(Shot::perSecond).median());
    }

    @Test
    void the_cost_of_an_answer_is_the_processor_time_of_the_server() throws Exception {
        Turns turns = Turns.take(1, () -> shot(100), () -> shot(50));
        assertTrue(turns.tellsProcessorTime());
        assertEquals(10, Turns.cpuMicros(turns.left().getFirst()));
        assertEquals(20, Turns.cpuMicros(turns.right().getFirst()));
    }

    @Test
    void a_system_that_tells_no_processor_time_gives_a_number_without_it() throws Exception {
        Shot silent = new Shot(result(100, ""), OptionalLong.empty(), 1);
        Turns turns = Turns.take(1, () -> shot(100), () -> silent);
        assertFalse(turns.tellsProcessorTime());
        assertEquals(1, turns.ratio(Shot::perSecond).median());
        assertTrue(Limits.of(List.of(silent)).startsWith("unknown: "));
    }

    @Test
    void what_went_wrong_is_told_with_its_round() throws Exception {
        Shot spoiled = new Shot(result(100, "status-503:7"), OptionalLong.of(1), 1);
        Turns turns = Turns.take(2, () -> shot(100), () -> spoiled);
        assertEquals(List.of("round 1: status-503:7", "round 2: status-503:7"), turns.troubles());
    }

    private static Shot shot(List<String> order, String who, long answers) {
        order.add(who);
        return shot(answers);
    }

    private static List<Long> answers(List<Shot> shots) {
        return shots.stream().map(shot -> shot.load().answers()).toList();
    }

    private static Shot shot(long answers) {
        return new Shot(result(answers, ""), OptionalLong.of(1000), 1);
    }

    private static LoadResult result(long answers, String trouble) {
        return new LoadResult(answers, 1000, 500, 0, 1, 2, 3, 4, 5, trouble);
    }
}
