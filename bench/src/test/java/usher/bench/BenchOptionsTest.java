package usher.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.bench.measure.Pace;
import usher.bench.report.Layout;

class BenchOptionsTest {

    @Test
    void without_arguments_everything_is_measured_thoroughly() {
        BenchOptions options = parse("");
        assertEquals(List.of(), options.measures());
        assertEquals(Pace.FULL, options.pace());
        assertEquals(Layout.TEXT, options.layout());
        assertTrue(options.pace().rounds() >= 7, "a published number has seven rounds or more");
    }

    @Test
    void measures_are_chosen_by_their_ids() {
        assertEquals(List.of("S1", "Z5"), parse("S1 z5").measures());
    }

    @Test
    void rounds_and_seconds_change_what_quick_says_wherever_they_stand() {
        Pace pace = new Pace(9, 2000, Pace.QUICK.warmUpMillis());
        assertEquals(pace, parse("--quick --rounds 9 --seconds 2").pace());
        assertEquals(pace, parse("--rounds 9 --seconds 2 --quick").pace());
    }

    @Test
    void the_report_is_laid_out_as_asked() {
        assertEquals(Layout.MARKDOWN, parse("--markdown").layout());
        assertEquals(Layout.JSON, parse("S1 --json").layout());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"S99", "--slow", "--rounds", "--rounds 0", "--rounds ten", "--seconds -1"})
    void what_makes_no_sense_is_refused_by_name(String arguments) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> parse(arguments));
        assertTrue(
                e.getMessage().contains(arguments.split(" ", 2)[0]), "it says " + e.getMessage());
    }

    @Test
    void the_usage_names_every_measure() {
        for (String id : Bench.MEASURES.keySet()) {
            assertTrue(BenchOptions.USAGE.contains(id), id);
        }
    }

    private static BenchOptions parse(String arguments) {
        return BenchOptions.parse(
                arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1)));
    }
}
