package usher.ledger.sqlite;

import java.io.IOException;
import java.util.List;
import usher.ledger.LedgerException;

/// Finds what the journal holds that is not filed, after whatever ended the process before.
///
/// Blocks are followed from where the filing stopped, number by number. Where they end, either
/// nothing more was written, or a write was under way that nobody got an answer for: what it left
/// is
/// dropped. But if a block with a higher number lies anywhere, or if every line still stands in its
/// place, the block had been acknowledged: the journal is damaged, and that is said.
final class Recovery {

    static final String WAY_OUT =
            "./usher verify --repair keeps every entry that is whole and sets the others aside";

    private final JournalDevice device;
    private final long ledger;
    private final JournalBlocks blocks;
    private final Ring ring;
    private final Generation generation;
    private long number;

    /// @param from where the filing stopped
    Recovery(JournalDevice device, long ledger, Journal.Place from) throws IOException {
        this.device = device;
        this.ledger = ledger;
        this.blocks = new JournalBlocks(device, ledger);
        this.ring = new Ring(device.size(), from.offset());
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
        Block block = blocks.headerAt(offset);
        if (block == null || block.number() != number) return false;
        byte[] bytes = blocks.bytesAt(offset, block.length());
        BlockLines lines = new BlockLines(block, bytes);
        if (!lines.areAllWhole() || !block.isWhole(bytes)) {
            if (!lines.areCutShort()) throw damaged(lines.damages());
            return false;
        }
        ring.take(number, offset, block.alignedLength());
        Journal.Place end = new Journal.Place(offset + block.alignedLength(), number + 1);
        generation.add(lines.whole(), end);
        return true;
    }

    private void refuseGap() throws IOException {
        Block later = blocks.latest();
        if (later == null || later.number() <= number) return;
        throw new LedgerException(
                ("block %d of the journal is damaged or gone, although block %d was written after"
                                + " it; %s")
                        .formatted(number, later.number(), WAY_OUT));
    }

    private LedgerException damaged(List<Damage> damages) {
        return new LedgerException(
                "block %d of the journal is damaged: %s; %s"
                        .formatted(number, Damage.summary(damages), WAY_OUT));
    }
}
