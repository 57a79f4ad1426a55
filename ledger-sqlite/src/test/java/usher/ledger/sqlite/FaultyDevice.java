package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A disk that does what it should until it is told to fail, and that can lose its power.
final class FaultyDevice implements JournalDevice {

    private static final int SECTOR = 512;

    /// What was written and not forced: some of its sectors may get lost.
    private record Write(long at, ByteBuffer bytes) {}

    private final JournalDevice device;
    private final List<Write> unforced = new ArrayList<>();
    private boolean failsToForce;
    private boolean failsToWrite;
    private boolean hasNoPower;
    private int forcesLeft = Integer.MAX_VALUE;
    private Random sectors = new Random(0);

    private FaultyDevice(JournalDevice device) {
        this.device = device;
    }

    static FaultyDevice open(Path file) throws IOException {
        return new FaultyDevice(JournalFile.open(file));
    }

    synchronized void failToForce(boolean fails) {
        failsToForce = fails;
    }

    synchronized void failToWrite(boolean fails) {
        failsToWrite = fails;
    }

    /// After `forces` more of them the power fails: of what was not forced by then some sectors
    /// reach the disk, whichever `random` says, and nothing does afterwards.
    synchronized void losePowerAfter(int forces, Random random) {
        forcesLeft = forces;
        sectors = random;
    }

    @Override
    public void allocate(long size) throws IOException {
        device.allocate(size);
    }

    @Override
    public long size() throws IOException {
        return device.size();
    }

    @Override
    public synchronized void write(ByteBuffer bytes, long at) throws IOException {
        if (hasNoPower || failsToWrite) throw new IOException("the disk does not write");
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        unforced.add(new Write(at, ByteBuffer.wrap(copy)));
    }

    @Override
    public synchronized void force() throws IOException {
        if (forcesLeft-- == 0) losePower();
        if (hasNoPower || failsToForce) throw new IOException("the disk does not sync");
        for (Write write : unforced) device.write(write.bytes, write.at);
        unforced.clear();
        device.force();
    }

    @Override
    public void read(ByteBuffer bytes, long at) throws IOException {
        device.read(bytes, at);
    }

    @Override
    public void close() throws IOException {
        device.close();
    }

    private void losePower() throws IOException {
        hasNoPower = true;
        for (Write write : unforced) {
            int size = write.bytes.remaining();
            for (int from = 0; from < size; from += SECTOR) {
                int length = Math.min(SECTOR, size - from);
                if (sectors.nextBoolean()) {
                    device.write(write.bytes.slice(from, length), write.at + from);
                }
            }
        }
    }
}
