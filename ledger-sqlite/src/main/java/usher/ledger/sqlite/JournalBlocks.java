package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Looks for blocks of one ledger anywhere in its journal, whatever state that is in.
final class JournalBlocks {

    private final JournalDevice device;
    private final long ledger;
    private final long size;

    JournalBlocks(JournalDevice device, long ledger) throws IOException {
        this.device = device;
        this.ledger = ledger;
        this.size = device.size();
    }

    long size() {
        return size;
    }

    /// What the first line of a block at `offset` says; null if none begins there.
    @Nullable Block headerAt(long offset) throws IOException {
        if (offset + Block.HEADER_LENGTH > size) return null;
        Block block = Block.read(bytesAt(offset, Block.HEADER_LENGTH));
        return block == null || block.ledger() != ledger ? null : block;
    }

    /// As many of `length` bytes from `offset` on as there are.
    byte[] bytesAt(long offset, int length) throws IOException {
        int there = (int) Math.min(length, size - offset);
        ByteBuffer bytes = ByteBuffer.allocate(there);
        device.read(bytes, offset);
        return bytes.array();
    }

    /// The block with the highest number; null if there is none at all.
    @Nullable Block latest() throws IOException {
        Block latest = null;
        for (long offset = 0; offset < size; offset += Block.ALIGNMENT) {
            Block block = headerAt(offset);
            if (block != null && (latest == null || block.number() > latest.number())) {
                latest = block;
            }
        }
        return latest;
    }
}
