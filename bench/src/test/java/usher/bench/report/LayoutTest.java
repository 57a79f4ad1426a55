package usher.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final Machine MACHINE =
            new Machine("Slow \"486\"", 2, "Linux 6", "25", 1200, 2000, "abc+", LocalDate.EPOCH);
    private static final Row MET =
            new Row("S1", "holds", Goal.atLeast(0.8), Samples.of(0.9, 0.7, 0.85), "cpu", List.of());
    private static final Row MISSED =
            new Row("S4", "p99", Goal.atMost(1.5), Samples.of(12.34), "disk", List.of());
    private static final Row PLAIN =
            new Row("S4", "holds/s", Goal.NONE, Samples.of(61234.5), "", List.of());
    private static final Row INVALID =
            new Row("S5", "hot", Goal.atLeast(0.9), Samples.of(1), "cpu", List.of("round 2: lost"));

    @Test
    void a_markdown_table_tells_machine_goal_median_spread_and_limits() {
        assertEquals(
                """
                Slow "486", 2 cores, Linux 6, fdatasync p50 1200 µs p99 2000 µs; JDK 25; \
                commit abc+; 1970-01-01

                |  | measure | goal | median | min..max | rounds | what limits |
                | --- | --- | --- | --- | --- | --- | --- |
                | S1 | holds | ≥ 0.80 met | 0.85 | 0.70..0.90 | 3 | cpu |
                | S4 | p99 | ≤ 1.50 missed | 12.3 | 12.3..12.3 | 1 | disk |
                | S4 | holds/s |  | 61,235 | 61,235..61,235 | 1 |  |
                """,
                Layout.MARKDOWN.write(report(MET, MISSED, PLAIN)));
    }

    @Test
    void a_text_table_has_straight_columns() {
        List<String> lines = Layout.TEXT.write(report(MET, PLAIN)).lines().toList();
        int column = lines.get(2).indexOf("median");
        assertEquals("0.85", lines.get(3).substring(column, column + 4));
        assertEquals("61,235", lines.get(4).substring(column, column + 6));
    }

    @Test
    void a_number_that_something_spoiled_is_called_invalid_everywhere() {
        Report report = report(MET, INVALID);
        assertFalse(report.isValid());
        String markdown = Layout.MARKDOWN.write(report);
        assertTrue(markdown.contains("| ≥ 0.90 invalid |"), markdown);
        assertTrue(markdown.contains("| INVALID: round 2: lost |"), markdown);
        String json = Layout.JSON.write(report);
        assertTrue(json.contains("\"valid\":false"), json);
        assertTrue(json.contains("\"troubles\":[\"round 2: lost\"]"), json);
    }

    @Test
    void json_escapes_what_would_end_a_string() {
        String json = Layout.JSON.write(report(MET));
        assertTrue(json.contains("\"processor\":\"Slow \\\"486\\\"\""), json);
        assertTrue(json.contains("\"median\":0.8500"), json);
        assertTrue(json.contains("\"met\":true"), json);
    }

    @Test
    void a_measure_that_could_not_be_taken_is_told_and_the_others_stay() {
        Report report = new Report(MACHINE, List.of(MET), List.of("Z5: no server"));
        assertFalse(report.isValid());
        for (Layout layout : Layout.values()) {
            String text = layout.write(report);
            assertTrue(text.contains("Z5: no server"), text);
            assertTrue(text.contains("0.85"), text);
        }
    }

    private static Report report(Row... rows) {
        return new Report(MACHINE, List.of(rows), List.of());
    }
}
