package usher.ledger.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import usher.ledger.LedgerException;

/// Keeps a second process away from a ledger. The system lets go of it when the process dies.
final class LedgerLock implements Closeable {

    /// The ledgers that are open in this process: closing any handle of a locked file lets go of
    /// its lock on some systems, so a second one must not even be opened.
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private LedgerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock at once, or says who has it.
    static LedgerLock take(LedgerFiles files) throws IOException {
        Path file = files.folder().toRealPath().resolve(files.lock().getFileName());
        if (!OPEN_HERE.add(file)) throw inUse(files, "this very process");
        try {
            return take(files, file);
        } catch (IOException | LedgerException e) {
            OPEN_HERE.remove(file);
            throw e;
        }
    }

    private static LedgerLock take(LedgerFiles files, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(files, "process " + Files.readString(file, StandardCharsets.US_ASCII));
        }
        channel.truncate(0);
        long pid = ProcessHandle.current().pid();
        channel.write(ByteBuffer.wrap(Long.toString(pid).getBytes(StandardCharsets.US_ASCII)));
        return new LedgerLock(file, channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OPEN_HERE.remove(file);
    }

    private static LedgerException inUse(LedgerFiles files, String owner) {
        return new LedgerException(
                "%s: is in use by another Usher (%s); stop that one, or choose another file"
                        .formatted(files.database(), owner));
    }
}
