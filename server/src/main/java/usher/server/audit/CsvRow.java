package usher.server.audit;

/// Writes rows of CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)) that are safe to open in
/// a spreadsheet.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line's end for a
/// formula, and a caller chooses some of what stands in cells, such as the id of his request. Such
/// a cell gets a `'` in front, as OWASP recommends against *CSV Injection*.
final class CsvRow {

    private static final String BEGIN_FORMULAS = "=+-@\t\r\n＝＋－＠";
    private static final String NEED_QUOTES = "\",\r\n";

    private final StringBuilder out;
    private boolean hasCells;

    /// A row at the end of `out`.
    CsvRow(StringBuilder out) {
        this.out = out;
    }

    CsvRow cell(String text) {
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

    void end() {
        out.append("\r\n");
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0;
    }
}
