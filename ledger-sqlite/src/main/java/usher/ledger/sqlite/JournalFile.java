package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file that the journal lies in: [JournalDevice] on a disk.
///
/// All of its blocks are written once when it is created. Overwriting them later changes no size
/// and allocates nothing, so forcing them takes half the time of forcing a file that grows.
final class JournalFile implements JournalDevice {

    private static final int ZEROS = 1 << 20;

    private final FileChannel channel;

    private JournalFile(FileChannel channel) {
        this.channel = channel;
    }

    /// The file as it is, or a new empty one.
    static JournalFile open(Path file) throws IOException {
        return new JournalFile(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
    }

    @Override
    public void allocate(long size) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
        for (long at = channel.size(); at < size; at += ZEROS) {
            write(zeros.clear().limit((int) Math.min(ZEROS, size - at)), at);
        }
        if (channel.size() > size) channel.truncate(size);
        channel.force(true);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void write(ByteBuffer bytes, long at) throws IOException {
        for (long next = at; bytes.hasRemaining(); ) next += channel.write(bytes, next);
    }

    @Override
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void read(ByteBuffer bytes, long at) throws IOException {
        for (long next = at; bytes.hasRemaining(); ) {
            int count = channel.read(bytes, next);
            if (count < 0) return;
            next += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
