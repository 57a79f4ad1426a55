package usher.server.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which of several formats a caller gets, as his `Accept` header says ([RFC 9110,
/// 12.5.1](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1)).
public final class Formats {

    private static final MediaType CSV = MediaType.valueOf(CsvTable.TYPE);

    private Formats() {}

    /// Whether a list goes out as CSV rather than as JSON.
    ///
    /// @param format `json` or `csv`, whatever the caller accepts; null: what he accepts
    /// @throws Problem if it is anything else, or he accepts neither
    public static boolean isCsv(@Nullable String format, Request request) {
        return switch (format) {
            case null -> chosen(request, MediaType.APPLICATION_JSON_TYPE, CSV).equals(CSV);
            case "csv" -> true;
            case "json" -> false;
            default -> throw Problem.field("format", "must be json or csv");
        };
    }

    /// One of `offered`: what `request` likes best; the first of those that it likes equally.
    ///
    /// @throws Problem if it accepts none
    public static MediaType chosen(Request request, MediaType... offered) {
        Variant variant = request.selectVariant(Variant.mediaTypes(offered).build());
        if (variant == null) throw noneOf(offered);
        return variant.getMediaType();
    }

    private static Problem noneOf(MediaType... offered) {
        String names =
                Stream.of(offered).map(MediaType::toString).collect(Collectors.joining(" or "));
        return new Problem(ProblemType.NOT_ACCEPTABLE, "Accept %s.".formatted(names));
    }
}
