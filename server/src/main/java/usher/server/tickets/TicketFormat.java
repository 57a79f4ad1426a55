package usher.server.tickets;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import usher.server.http.Formats;

/// A format in which tickets are shown.
enum TicketFormat {
    JSON("application/json"),
    HTML("text/html;charset=utf-8"),
    PDF("application/pdf"),
    SVG("image/svg+xml"),
    PNG("image/png");

    /// Those that can show one ticket.
    static final List<TicketFormat> OF_ONE = List.of(values());

    /// Those that can show several.
    static final List<TicketFormat> OF_MANY = List.of(JSON, HTML, PDF);

    private final String type;

    TicketFormat(String type) {
        this.type = type;
    }

    /// What the header `Content-Type` says of it.
    String type() {
        return type;
    }

    /// What an address that asks for it ends with.
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /// The format that the end of `address` asks for; null: none.
    static @Nullable TicketFormat atEndOf(String address) {
        return Arrays.stream(values())
                .filter(format -> address.endsWith(format.suffix()))
                .findFirst()
                .orElse(null);
    }

    /// The one of `offered` that `request` likes best.
    ///
    /// @throws usher.server.http.Problem if it accepts none
    static TicketFormat liked(Request request, List<TicketFormat> offered) {
        MediaType chosen =
                Formats.chosen(
                        request,
                        offered.stream().map(TicketFormat::mediaType).toArray(MediaType[]::new));
        return offered.stream()
                .filter(format -> format.mediaType().isCompatible(chosen))
                .findFirst()
                .orElse(JSON);
    }

    private MediaType mediaType() {
        return MediaType.valueOf(type);
    }
}
