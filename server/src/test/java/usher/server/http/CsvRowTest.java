package usher.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRowTest {

    @Test
    void cells_are_separated_by_commas_and_rows_end_with_cr_lf() {
        assertEquals("a,,b c\r\n", row("a", "", "b c"));
    }

    @Test
    void what_would_end_a_cell_is_quoted() {
        assertEquals("\"a,b\",\"a\"\"b\",\"a\nb\"\r\n", row("a,b", "a\"b", "a\nb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@A1", "＝1", "＋1", "－1", "＠1"})
    void what_a_spreadsheet_would_compute_is_text(String formula) {
        assertEquals("'" + formula + "\r\n", row(formula));
    }

    @Test
    void what_begins_with_an_end_of_line_or_a_tab_is_text() {
        assertEquals("'\t=1,\"'\r=1\",\"'\n=1\"\r\n", row("\t=1", "\r=1", "\n=1"));
    }

    private static String row(String... cells) {
        StringBuilder out = new StringBuilder();
        CsvRow row = new CsvRow(out);
        for (String cell : cells) row.cell(cell);
        row.end();
        return out.toString();
    }
}
