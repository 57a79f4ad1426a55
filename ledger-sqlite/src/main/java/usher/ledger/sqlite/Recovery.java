package usher.ledger.sqlite;

import java.io.IOException;
import java.util.List;
import usher.ledger.LedgerException;

/// Finds what the journal holds that is not filed, after whatever ended the process before.
///
/// Blocks are followed from where the filing stopped, number by number. Where they end, either
/// nothing more was written, or a write was under way that nobody got an answer for: what is left
/// of
/// it is dropped. But if a block with a higher number lies anywhere, or if no more than single
/// bytes
/// of this one have changed, it had been written whole: the journal is damaged, and that is said.
final class Recovery {

    static final String WAY_OUT =
            "./usher verify --repair keeps every entry that is whole and sets the others aside";

    private static final System.Logger LOG = System.getLogger("usher.ledger");

    private final JournalDevice device;
    private final JournalState state;
    private final JournalBlocks blocks;
    private final Ring ring;
    private final Generation generation;
    private long number;

    Recovery(JournalDevice device, JournalState state) throws IOException {
        Journal.Place from = state.place();
        this.device = device;
        this.state = state;
        this.blocks = new JournalBlocks(device, state.ledger());
        this.ring = new Ring(device.size(), from.offset());
        this.generation = new Generation(from);
        this.number = from.block();
    }

    /// Reads all blocks that are not filed, and makes sure that they are durable.
    ///
    /// @throws LedgerException if one is damaged that had been acknowledged
    Recovery run() throws IOException {
        if (!state.isOpen()) return this;
        while (takeNext()) number++;
        if (!state.isRelaxed()) refuseGap();
        device.force();
        return this;
    }

    /// The journal, ready to go on.
    Journal journal() {
        return new Journal(device, state.ledger(), ring, number);
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
            drop(block, lines);
            return false;
        }
        ring.take(number, offset, block.alignedLength());
        Journal.Place end = new Journal.Place(offset + block.alignedLength(), number + 1);
        generation.add(lines.whole(), end);
        return true;
    }

    private void drop(Block block, BlockLines lines) {
        if (!state.isRelaxed() && lines.areAllThere()) throw damaged(lines.damages());
        LOG.log(
                System.Logger.Level.WARNING,
                "a write of %d entries was cut short and is dropped: nobody had an answer"
                        .formatted(block.entries()));
    }

    /// Nothing may have been acknowledged after the last block that was found.
    private void refuseGap() throws IOException {
        boolean isHidden =
                blocks.isHiddenAt(generation.end().offset(), number)
                        || blocks.isHiddenAt(0, number);
        if (isHidden) throw damaged(List.of());
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
