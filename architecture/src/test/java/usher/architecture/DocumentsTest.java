package usher.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every relative link in a Markdown file leads to a file, or a heading, that exists.
class DocumentsTest {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "data");

    @Test
    void every_link_of_the_documents_leads_somewhere() throws IOException {
        List<Path> documents = documentsBelow(House.ROOT);
        assertFalse(documents.isEmpty(), "no document was found below " + House.ROOT);
        assertEquals(List.of(), brokenLinks(documents, House.ROOT));
    }

    @Test
    void a_link_may_lead_to_a_file_a_heading_or_another_host(@TempDir Path root)
            throws IOException {
        Files.writeString(
                root.resolve("other.md"),
                "# A title: `code`, [link](x) & more\n## Same\n## Same\n");
        Path page = root.resolve("page.md");
        Files.writeString(
                page,
                """
                # Here
                [a](other.md) [b](other.md#a-title-code-link--more) [c](other.md#same-1)
                [d](#here) [e](https://example.org/nowhere) [f](/page.md "root") `[g](nowhere.md)`
                ```
                [h](nowhere.md)
                ```
                """);
        assertEquals(List.of(), brokenLinks(List.of(page), root));
    }

    @Test
    void a_link_to_nowhere_is_found(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("Code.java"), "class Code {}");
        Path page = root.resolve("page.md");
        Files.writeString(
                page,
                """
                [a](gone.md) [b](#gone) <img src="gone.png"> [c](Code.java#L1)

                [d]: gone/too.md
                """);
        assertEquals(
                List.of(
                        "page.md: gone.md is not there",
                        "page.md: #gone has no such heading",
                        "page.md: gone.png is not there",
                        "page.md: Code.java#L1 names a place inside a file, which will move",
                        "page.md: gone/too.md is not there"),
                brokenLinks(List.of(page), root));
    }

    private static List<String> brokenLinks(List<Path> documents, Path root) {
        return documents.stream()
                .map(Document::read)
                .flatMap(document -> document.brokenLinks(root).stream())
                .toList();
    }

    private static List<Path> documentsBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> isOurs(root.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : file) {
            if (NOT_OURS.contains(part.toString())) return false;
        }
        return true;
    }
}
