package usher.server.http;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A page of a list as a file of CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)), which
/// begins with the names of its columns. Used by one thread.
public final class CsvTable {

    /// The media type, without parameters.
    public static final String TYPE = "text/csv";

    private static final String TYPE_SENT = TYPE + ";charset=utf-8;header=present";

    private final StringBuilder out = new StringBuilder();

    /// @param columns their names, separated by commas
    public CsvTable(String columns) {
        out.append(columns).append("\r\n");
    }

    /// The next row, to be filled and ended before the one after it.
    public CsvRow row() {
        return new CsvRow(out);
    }

    /// How many characters it has so far.
    public int length() {
        return out.length();
    }

    /// The file as an answer.
    ///
    /// @param name what it is called, without an ending
    /// @param next the address of the next page; null: there is none
    public Response answer(String name, @Nullable String next) {
        byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
        Response.ResponseBuilder answer =
                Response.ok(body)
                        .header("Content-Type", TYPE_SENT)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"%s.csv\"".formatted(name))
                        .header("Vary", "Accept");
        if (next != null) answer.header("Link", "<%s>; rel=\"next\"".formatted(next));
        return answer.build();
    }
}
