package usher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usher.server.mail.MailServer;

/// The mail server that an operator has set; nothing, if he has not.
final class MailSettings {

    private MailSettings() {}

    /// @throws WrongSetting if something of it is missing
    static Optional<MailServer> read(Settings settings) {
        String host = settings.mailHost().orElse(null);
        if (host == null) return Optional.empty();
        String from =
                settings.mailFrom()
                        .orElseThrow(
                                () ->
                                        new WrongSetting(
                                                "USHER_MAIL_FROM must be set when USHER_MAIL_HOST"
                                                        + " is; it is the address that mails come"
                                                        + " from"));
        @Nullable String user = settings.mailUser().orElse(null);
        @Nullable String password = user == null ? null : password(settings);
        return Optional.of(
                new MailServer(
                        host, settings.mailPort(), settings.mailTls(), from, user, password));
    }

    private static String password(Settings settings) {
        Path file =
                settings.mailPasswordFile()
                        .orElseThrow(
                                () ->
                                        new WrongSetting(
                                                "USHER_MAIL_PASSWORD_FILE must be set when"
                                                        + " USHER_MAIL_USER is"));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new WrongSetting(
                    "cannot read %s (%s); check USHER_MAIL_PASSWORD_FILE".formatted(file, e));
        }
    }
}
