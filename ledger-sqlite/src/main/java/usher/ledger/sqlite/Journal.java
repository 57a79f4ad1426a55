package usher.ledger.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// The newest entries, each write one [Block] in a [Ring]: an append is durable once it is here.
///
/// What has been filed is overwritten. Owned by the writer, except for [#release], which the filer
/// calls.
final class Journal implements Closeable {

    /// Where the next block is looked for, and its number, when nothing but that is known.
    record Place(long offset, long block) {

        static final Place START = new Place(0, 1);
    }

    private final JournalDevice device;
    private final long ledger;
    private final Ring ring;
    private long number;

    /// @param ring with the blocks in it that are not filed
    /// @param number of the next block
    Journal(JournalDevice device, long ledger, Ring ring, long number) {
        this.device = device;
        this.ledger = ledger;
        this.ring = ring;
        this.number = number;
    }

    /// The longest block that will ever fit: half, so that one can be filed beside the next.
    int blockBytesMax() {
        return (int) Math.min(ring.capacity() / 2, 1 << 30);
    }

    /// Finds room for `length` bytes; [Ring#FULL] if there is none before more is filed.
    long claim(int length) {
        return ring.claim(number, Block.aligned(length));
    }

    /// Writes the block whose entries stand in `bytes` after a gap of [Block#HEADER_LENGTH], and
    /// returns once it is durable.
    ///
    /// @param bytes long enough for the block's aligned length
    /// @param offset as claimed
    /// @return where the next block will be looked for
    Place write(int entries, byte[] bytes, int length, long offset) throws IOException {
        Block block = Block.seal(ledger, number, entries, bytes, length);
        device.write(ByteBuffer.wrap(bytes, 0, block.alignedLength()), offset);
        device.force();
        number++;
        return new Place(offset + block.alignedLength(), number);
    }

    /// Lets the blocks before `place` be overwritten.
    void release(Place place) {
        ring.release(place.block() - 1);
    }

    @Override
    public void close() throws IOException {
        device.close();
    }
}
