package usher.ledger.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /// Whether block `number` begins at `offset` with a first line in which one byte changed.
    boolean isHiddenAt(long offset, long number) throws IOException {
        byte[] bytes = bytesAt(offset, Block.HEADER_LENGTH);
        Slice line = new Slice(bytes, 0, bytes.length);
        return OneByte.heal(line, healed -> isWholeAt(offset, number, healed)) != null;
    }

    /// As many of `length` bytes from `offset` on as there are.
    byte[] bytesAt(long offset, int length) throws IOException {
        int there = (int) Math.min(length, size - offset);
        ByteBuffer bytes = ByteBuffer.allocate(there);
        device.read(bytes, offset);
        return bytes.array();
    }

    private boolean isWholeAt(long offset, long number, byte[] header) {
        Block block = Block.read(header);
        if (block == null || block.ledger() != ledger || block.number() != number) return false;
        try {
            byte[] bytes = bytesAt(offset, block.length());
            System.arraycopy(header, 0, bytes, 0, header.length);
            return block.isWhole(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
