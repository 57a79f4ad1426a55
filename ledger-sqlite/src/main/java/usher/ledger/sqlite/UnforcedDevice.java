package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;

/// A device that leaves it to the system when what was written becomes durable.
final class UnforcedDevice implements JournalDevice {

    private final JournalDevice device;

    UnforcedDevice(JournalDevice device) {
        this.device = device;
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
    public void write(ByteBuffer bytes, long at) throws IOException {
        device.write(bytes, at);
    }

    @Override
    public void force() {}

    @Override
    public void read(ByteBuffer bytes, long at) throws IOException {
        device.read(bytes, at);
    }

    @Override
    public void close() throws IOException {
        device.close();
    }
}
