package usher.ledger.sqlite;

import java.util.concurrent.locks.LockSupport;

/// A thread of the ledger's that sleeps until it is woken, and ends when its work does.
final class Worker {

    private final Thread thread;

    Worker(String name, Runnable work) {
        thread = Thread.ofPlatform().daemon().name("usher-ledger-" + name).unstarted(work);
    }

    void start() {
        thread.start();
    }

    /// Ends its sleep, or the next one. Any thread.
    void wake() {
        LockSupport.unpark(thread);
    }

    /// Waits until the work has ended, even if the caller is interrupted meanwhile.
    void join() {
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
