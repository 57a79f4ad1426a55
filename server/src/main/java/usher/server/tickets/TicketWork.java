package usher.server.tickets;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import usher.server.http.Exchange;
import usher.server.http.SpareThreads;

/// Where tickets are signed, verified and drawn: beside the event loops. Thread-safe.
@Singleton
public final class TicketWork {

    private static final int THREADS = 2;
    private static final int TASKS_WAITING_MAX = 1000;

    private final ExecutorService threads =
            SpareThreads.of("usher-tickets-", THREADS, TASKS_WAITING_MAX);

    TicketWork() {}

    /// Does `work` soon. Whoever does it completes `exchange`; what it throws is the answer.
    public void run(Exchange exchange, Runnable work) {
        SpareThreads.run(threads, exchange, work);
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
