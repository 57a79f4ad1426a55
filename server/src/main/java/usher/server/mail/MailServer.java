package usher.server.mail;

import org.jspecify.annotations.Nullable;

/// The server that takes mails, and in whose name they go out.
///
/// @param from an address, perhaps with a name: `Box office <tickets@example.org>`
/// @param user null: it asks for no name
/// @param password null: it asks for none
public record MailServer(
        String host,
        int port,
        Security security,
        String from,
        @Nullable String user,
        @Nullable String password) {

    /// How the connection is kept from others.
    public enum Security {
        /// TLS, begun on a plain connection; no mail without it.
        STARTTLS,
        /// TLS from the first byte.
        TLS,
        /// Not at all.
        NONE
    }

    @Override
    public String toString() {
        return "%s:%d".formatted(host, port);
    }
}
