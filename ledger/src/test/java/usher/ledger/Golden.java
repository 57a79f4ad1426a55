package usher.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The golden files: entries as releases wrote them. A file is added, and never changed.
final class Golden {

    private Golden() {}

    /// The names of all files, without their ending.
    static List<String> names() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(Golden.class.getResource("/golden"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    /// The entry in file `name`, as text.
    static String entry(String name) throws IOException {
        try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }
}
