package usher.ledger.shared;

import java.util.concurrent.BlockingQueue;

/// Waiting in threads of the ledger's, which nobody interrupts.
public final class Threads {

    private Threads() {}

    /// The next of `queue`, waited for.
    public static <T> T take(BlockingQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a thread of the ledger's", e);
        }
    }

    /// Waits until `thread` has ended, even if the caller is interrupted meanwhile.
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
