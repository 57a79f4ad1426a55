package usher.ledger.sqlite;

import java.nio.file.Path;

/// The files of one ledger: they lie side by side and share their first name.
///
/// @param database all that is filed, the one that a person opens
record LedgerFiles(Path database) {

    LedgerFiles {
        database = database.toAbsolutePath().normalize();
    }

    /// What is not filed yet. It belongs to the database: copy neither without the other.
    Path journal() {
        return beside(".journal");
    }

    /// May be deleted at any time.
    Path snapshots() {
        return beside(".snapshots.db");
    }

    /// Held by the process that has the ledger open.
    Path lock() {
        return beside(".lock");
    }

    Path folder() {
        Path folder = database.getParent();
        if (folder == null) throw new IllegalArgumentException("a folder is no ledger");
        return folder;
    }

    private Path beside(String ending) {
        String name = database.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return database.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }
}
