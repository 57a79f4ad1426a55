package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.server.mail.MailServer;

/// What an operator says of his mail server.
final class MailSettingsTest {

    @TempDir Path folder;

    @Test
    void without_a_host_there_is_none() {
        assertEquals(Optional.empty(), read(Map.of()));
        assertEquals(Optional.empty(), read(Map.of("usher.mail-host", "")));
    }

    @Test
    void a_host_and_a_sender_are_enough() {
        MailServer server =
                read(Map.of("usher.mail-host", "mail", "usher.mail-from", "a@example.org"))
                        .orElseThrow();
        assertEquals(587, server.port());
        assertEquals(MailServer.Security.STARTTLS, server.security());
        assertEquals("mail:587", server.toString());
    }

    @Test
    void the_password_is_in_a_file_and_in_no_log() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        MailServer server =
                read(Map.of(
                                "usher.mail-host",
                                "mail",
                                "usher.mail-from",
                                "a@example.org",
                                "usher.mail-user",
                                "usher",
                                "usher.mail-tls",
                                "tls",
                                "usher.mail-password-file",
                                file.toString()))
                        .orElseThrow();
        assertEquals("hunter2", server.password());
        assertFalse(server.toString().contains("hunter2"));
    }

    @Test
    void what_is_missing_is_said() {
        String from = refused(Map.of("usher.mail-host", "mail"));
        assertTrue(from.startsWith("USHER_MAIL_FROM must be set"), from);
        Map<String, String> named =
                Map.of(
                        "usher.mail-host",
                        "mail",
                        "usher.mail-from",
                        "a@example.org",
                        "usher.mail-user",
                        "usher");
        String password = refused(named);
        assertTrue(password.startsWith("USHER_MAIL_PASSWORD_FILE must be set"), password);
    }

    private static String refused(Map<String, String> values) {
        return String.valueOf(assertThrows(WrongSetting.class, () -> read(values)).getMessage());
    }

    private static Optional<MailServer> read(Map<String, String> values) {
        Settings settings =
                new SmallRyeConfigBuilder()
                        .withMapping(Settings.class)
                        .withDefaultValues(values)
                        .build()
                        .getConfigMapping(Settings.class);
        return MailSettings.read(settings);
    }
}
