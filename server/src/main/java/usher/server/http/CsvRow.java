package usher.server.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/// Writes rows of CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)) that are safe to open in
/// a spreadsheet.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line's end for a
/// formula, and a caller chooses some of what stands in cells, such as the id of his request. Such
/// a cell gets a `'` in front, as OWASP recommends against *CSV Injection*.
public final class CsvRow {

    private static final String BEGIN_FORMULAS = "=+-@\t\r\n＝＋－＠";
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final String NEED_QUOTES = "\",\r\n";

    private final StringBuilder out;
    private boolean hasCells;

    /// A row at the end of `out`.
    CsvRow(StringBuilder out) {
        this.out = out;
    }

    /// A cell with `text` in it; with nothing, if that is null.
    public CsvRow cell(@Nullable String text) {
        return text == null ? write("") : write(text);
    }

    /// A cell with a number in it.
    public CsvRow cell(long number) {
        return write(Long.toString(number));
    }

    /// A cell with a moment in it, in milliseconds since 1970.
    public CsvRow moment(long millis) {
        return write(MILLIS.format(Instant.ofEpochMilli(millis)));
    }

    /// Ends the row.
    public void end() {
        out.append("\r\n");
    }

    private CsvRow write(String text) {
        if (hasCells) out.append(',');
        hasCells = true;
        String safe = isFormula(text) ? "'" + text : text;
        if (safe.chars().anyMatch(c -> NEED_QUOTES.indexOf(c) >= 0)) {
            out.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            out.append(safe);
        }
        return this;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0;
    }
}
