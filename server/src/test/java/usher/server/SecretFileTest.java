package usher.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the secrets come from.
final class SecretFileTest {

    private static final String GOOD = "0123456789abcdef0123456789abcdef";

    @TempDir Path folder;

    @Test
    void an_embedded_ledger_makes_its_own_once_for_nobody_else_to_read() throws IOException {
        String ledger = "sqlite:" + folder.resolve("usher.db");
        SecretFile.open(null, ledger);

        Path file = folder.resolve("usher.secret");
        String made = Files.readString(file);
        assertTrue(made.strip().length() >= 43, made);
        assertEquals(
                PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        SecretFile.open(null, ledger);
        assertEquals(made, Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(Set.of(file), Set.copyOf(files.toList()));
        }
    }

    @Test
    void a_shared_ledger_needs_one_that_somebody_named() throws IOException {
        String shared = "postgresql://usher@db/usher";
        assertThrows(WrongSetting.class, () -> SecretFile.open(null, shared));
        Path named = Files.writeString(folder.resolve("secrets"), "# first\n\n" + GOOD + "\n");
        assertDoesNotThrow(() -> SecretFile.open(named, shared));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    short               | line 1 of FILE has fewer than 32 characters
                    # nothing           | FILE has no secret in it
                    """)
    void what_will_not_do_is_said(String content, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("secrets"), content);
        String said = refused(file);
        assertTrue(said.startsWith(sentence.replace("FILE", file.toString())), said);
        assertTrue(said.contains("openssl rand -base64 32"), said);
    }

    @Test
    void more_than_ten_are_too_many() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets"), (GOOD + "\n").repeat(11));
        assertTrue(refused(file).contains("more than 10 secrets"));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path file = folder.resolve("nowhere");
        assertTrue(refused(file).startsWith("cannot read the secrets in " + file));
    }

    private static String refused(Path file) {
        return String.valueOf(
                assertThrows(WrongSetting.class, () -> SecretFile.open(file, "sqlite:x.db"))
                        .getMessage());
    }
}
