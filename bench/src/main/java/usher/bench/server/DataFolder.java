package usher.bench.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the data of one server; deleted at the end.
public record DataFolder(Path path) implements AutoCloseable {

    public static DataFolder create(House house) throws IOException {
        return new DataFolder(house.newFolder("data"));
    }

    /// The file of the embedded ledger.
    public Path database() {
        return path.resolve("usher.db");
    }

    /// A file with a secret that servers of this folder share.
    public Path secret() throws IOException {
        Path file = path.resolve("secret");
        return Files.writeString(file, "a secret that only the servers of this bench share");
    }

    /// A copy of what is there now, as after a crash if the server was killed.
    public DataFolder copy(House house) throws IOException {
        Path copy = house.newFolder("data");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = copy.resolve(path.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return new DataFolder(copy);
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(path, new Deleting());
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException trouble)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
