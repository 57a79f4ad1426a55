package usher.server;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that lie beside an embedded ledger and share its first name, for nobody else to read.
final class Beside {

    private Beside() {}

    /// The file beside `database` whose name ends with `ending`: `usher.secret` beside `usher.db`.
    static Path ledger(Path database, String ending) {
        String name = String.valueOf(database.getFileName());
        int dot = name.lastIndexOf('.');
        return database.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    /// What a file is created with that only its owner may read and write, where that can be said.
    static FileAttribute<?>[] forOwnerOnly() {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!isPosix) return new FileAttribute<?>[0];
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    }
}
