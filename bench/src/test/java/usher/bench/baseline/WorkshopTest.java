package usher.bench.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {

    private static final List<String> SOURCES = List.of("pom", "src");
    private static final List<String> MAKE = List.of("sh", "-c", "echo made >>product");

    @TempDir Path folder;

    @BeforeEach
    void there_are_sources_from_long_ago() throws IOException {
        Files.createDirectories(folder.resolve("src"));
        for (String source : List.of("pom", "src/Main")) Files.createFile(folder.resolve(source));
        for (String source : List.of("pom", "src/Main", "src")) age(source);
    }

    @Test
    void a_product_is_made_once() throws Exception {
        make(MAKE);
        make(MAKE);
        assertEquals(1, timesMade());
    }

    @Test
    void a_newer_source_makes_it_anew() throws Exception {
        make(MAKE);
        age("product");
        Files.writeString(folder.resolve("src/Main"), "changed");
        make(MAKE);
        assertEquals(2, timesMade());
    }

    @Test
    void who_has_not_the_tool_is_told_so() {
        List<String> nothing = List.of("no-such-tool-as-this");
        IOException e = assertThrows(IOException.class, () -> make(nothing));
        assertEquals("no-such-tool-as-this is not installed", e.getMessage());
    }

    @Test
    void a_failure_is_told_with_what_the_tool_said() {
        List<String> failing = List.of("sh", "-c", "echo cannot fetch; exit 3");
        IOException e = assertThrows(IOException.class, () -> make(failing));
        assertTrue(String.valueOf(e.getMessage()).endsWith("cannot fetch"), e.getMessage());
    }

    private void make(List<String> command) throws IOException, InterruptedException {
        new Workshop(folder, Path.of("product")).make(SOURCES, command);
    }

    private int timesMade() throws IOException {
        return Files.readAllLines(folder.resolve("product")).size();
    }

    private void age(String file) throws IOException {
        Files.setLastModifiedTime(folder.resolve(file), FileTime.fromMillis(1_000_000));
    }
}
