package usher.bench.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Measures how long the disk takes to make 4 KiB durable, on a thread of its own, until it is
/// closed.
///
/// It overwrites a file that was written before, so that forcing it (`fdatasync`) is about data
/// alone, as with a database that preallocates. Between two writes it pauses, to be a witness of
/// the load on the disk and not a load itself.
public final class DiskProbe implements AutoCloseable {

    private static final int BLOCK_BYTES = 4096;
    private static final int BLOCKS = 4096;
    private static final long LATENCY_MICROS_MAX = 60_000_000;

    private final Path file;
    private final long pauseNanos;
    private final Histogram micros = new Histogram(LATENCY_MICROS_MAX, 3);
    private final Thread thread;
    private volatile boolean isClosed;
    private volatile @Nullable IOException trouble;

    private DiskProbe(Path file, long pauseNanos) {
        this.file = file;
        this.pauseNanos = pauseNanos;
        this.thread = Thread.ofPlatform().name("disk-probe").unstarted(this::run);
    }

    /// Begins, on the disk of `folder`, pausing `pauseMillis` between two writes.
    public static DiskProbe start(Path folder, long pauseMillis) throws IOException {
        Path file = Files.createTempFile(folder, "probe-", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
            for (int i = 0; i < BLOCKS; i++) {
                channel.write(block.clear());
            }
            channel.force(true);
        }
        DiskProbe probe = new DiskProbe(file, pauseMillis * 1_000_000);
        probe.thread.start();
        return probe;
    }

    /// Ends. After this, [#micros] may be asked.
    @Override
    public void close() throws IOException {
        isClosed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(file);
        IOException failed = trouble;
        if (failed != null) throw new IOException("the disk cannot be measured", failed);
    }

    /// The time that `percentile` (0 to 100) of all writes did not exceed.
    public long micros(double percentile) {
        return micros.getValueAtPercentile(percentile);
    }

    private void run() {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; !isClosed; i = (i + 1) % BLOCKS) {
                channel.write(block.clear(), (long) i * BLOCK_BYTES);
                long before = System.nanoTime();
                channel.force(false);
                long took = (System.nanoTime() - before) / 1000;
                micros.recordValue(Math.min(took, LATENCY_MICROS_MAX));
                LockSupport.parkNanos(pauseNanos);
            }
        } catch (IOException e) {
            trouble = e;
        }
    }
}
