package usher.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskProbeTest {

    @TempDir Path folder;

    @Test
    void it_times_writes_until_it_is_closed_and_leaves_nothing_behind() throws Exception {
        DiskProbe probe = DiskProbe.start(folder, 1);
        try (probe) {
            TimeUnit.MILLISECONDS.sleep(300);
        }
        assertTrue(probe.micros(99) >= probe.micros(50), "percentiles are out of order");
        assertTrue(probe.micros(100) > 0, "nothing was timed");
        assertEquals(0, files());
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
