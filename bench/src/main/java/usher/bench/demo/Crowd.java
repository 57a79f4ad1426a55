package usher.bench.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Recorder;
import usher.bench.seed.EventOnSale;

/// As many [Visitor]s as wanted, from when it is made until it is closed.
final class Crowd implements AutoCloseable {

    private static final int DIGITS = 3;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Recorder holdMicros = new Recorder(DIGITS);
    private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();

    Crowd(URI server, List<EventOnSale> events, int size) {
        SplittableRandom chance = new SplittableRandom();
        for (int i = 0; i < size; i++) {
            visitors.execute(new Visitor(server, events, client, holdMicros, chance.split()));
        }
    }

    /// What 99 of 100 holds and refusals did not exceed since this was asked last, in milliseconds.
    double p99Millis() {
        return holdMicros.getIntervalHistogram().getValueAtPercentile(99) / 1000.0;
    }

    /// Sends everybody home.
    @Override
    public void close() {
        visitors.shutdownNow();
        client.shutdownNow();
        visitors.close();
    }
}
