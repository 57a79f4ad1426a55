package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;

/// Finds what the journal holds that is not filed, after whatever ended the process before.
///
/// Blocks are followed from where the filing stopped, number by number. Where they end, either
/// nothing more was written, or a write was under way that nobody got an answer for: what it left
/// is
/// dropped. But if a block with a higher number lies anywhere, the missing one had been
/// acknowledged: the journal is damaged, and that is said.
final class Recovery {

    private final JournalDevice device;
    private final long ledger;
    private final long size;
    private final Ring ring;
    private final Generation generation;
    private long number;

    /// @param from where the filing stopped
    Recovery(JournalDevice device, long ledger, Journal.Place from) throws IOException {
        this.device = device;
        this.ledger = ledger;
        this.size = device.size();
        this.ring = new Ring(size, from.offset());
        this.generation = new Generation(from);
        this.number = from.block();
    }

    /// Reads all blocks that are not filed, and makes sure that they are durable.
    ///
    /// @throws LedgerException if one is damaged that had been acknowledged
    Recovery run() throws IOException {
        while (takeNext()) number++;
        refuseGap();
        device.force();
        return this;
    }

    /// The journal, ready to go on.
    Journal journal() {
        return new Journal(device, ledger, ring, number);
    }

    /// What was found.
    Generation generation() {
        return generation;
    }

    private boolean takeNext() throws IOException {
        return take(generation.end().offset()) || take(0);
    }

    private boolean take(long offset) throws IOException {
        Block block = headerAt(offset);
        if (block == null || block.number() != number) return false;
        byte[] bytes = bytesAt(offset, block.length());
        if (!block.isWhole(bytes, 0)) return false;
        List<JournalEntry> entries = lines(block, bytes);
        ring.take(number, offset, block.alignedLength());
        generation.add(entries, new Journal.Place(offset + block.alignedLength(), number + 1));
        return true;
    }

    private List<JournalEntry> lines(Block block, byte[] bytes) {
        List<JournalEntry> entries = new ArrayList<>(block.entries());
        int from = Block.HEADER_LENGTH;
        try {
            for (int at = from; at < bytes.length; at++) {
                if (bytes[at] == '\n') {
                    entries.add(EntryLine.readJournal(bytes, from, at));
                    from = at + 1;
                }
            }
        } catch (DamagedLine e) {
            throw new LedgerException(
                    "the journal's block %d is whole but cannot be read: %s"
                            .formatted(block.number(), e.getMessage()));
        }
        return entries;
    }

    private void refuseGap() throws IOException {
        for (long offset = 0; offset < size; offset += Block.ALIGNMENT) {
            Block block = headerAt(offset);
            if (block != null && block.number() > number) {
                throw new LedgerException(
                        ("block %d of the journal is damaged or gone, although block %d was written"
                                        + " after it; ./usher verify --repair keeps every entry"
                                        + " that is whole")
                                .formatted(number, block.number()));
            }
        }
    }

    private @Nullable Block headerAt(long offset) throws IOException {
        Block block = Block.read(bytesAt(offset, Block.HEADER_LENGTH), 0);
        return block == null || block.ledger() != ledger ? null : block;
    }

    private byte[] bytesAt(long offset, int length) throws IOException {
        if (offset + length > size) return new byte[0];
        ByteBuffer bytes = ByteBuffer.allocate(length);
        device.read(bytes, offset);
        return bytes.array();
    }
}
