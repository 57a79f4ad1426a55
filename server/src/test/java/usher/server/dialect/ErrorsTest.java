package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.server.dialect.DocumentClient.EVENTS;
import static usher.server.dialect.DocumentClient.isNotFound;
import static usher.server.dialect.DocumentClient.nobody;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The event-management-service document, line by line: its errors.
@QuarkusTest
@DisplayName("Errors")
final class ErrorsTest {

    @Test
    @DisplayName("every type resolves to a section of docs/errors.md")
    void documented() throws IOException {
        List<String> sections =
                Files.readAllLines(Path.of("../docs/errors.md")).stream()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                        .toList();
        assertTrue(sections.containsAll(EventManagementFace.sections()), sections.toString());
    }

    @Test
    @DisplayName("addresses and methods that the document does not name are not found")
    void elsewhere() {
        isNotFound(nobody().get("/v1alpha1"));
        isNotFound(nobody().get("/v1alpha1/events/x"));
        isNotFound(nobody().send("DELETE", EVENTS, null));
        isNotFound(nobody().get(EVENTS));
    }
}
