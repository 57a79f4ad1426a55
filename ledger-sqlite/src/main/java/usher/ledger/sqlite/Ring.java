package usher.ledger.sqlite;

import java.util.ArrayDeque;
import java.util.Deque;

/// Which part of the journal is in use: blocks one after another, from the end back to the start.
///
/// A block lies where the one before it ends, or at 0 if it does not fit there. The writer claims,
/// the filer releases: thread-safe.
final class Ring {

    /// A block that is in use, from `start` up to `end`.
    private record Claim(long block, long start, long end) {}

    /// There is no room now.
    static final long FULL = -1;

    private final long capacity;
    private final Deque<Claim> claims = new ArrayDeque<>();
    private long next;

    /// All free; the first block comes to `next` if it fits.
    Ring(long capacity, long next) {
        this.capacity = capacity;
        this.next = next;
    }

    long capacity() {
        return capacity;
    }

    /// Where `block` of `length` bytes is to lie from now on, or [#FULL].
    synchronized long claim(long block, int length) {
        long start = place(length);
        if (start != FULL) take(block, start, length);
        return start;
    }

    /// Notes that `block` was found at `start`.
    synchronized void take(long block, long start, int length) {
        next = start + length;
        claims.addLast(new Claim(block, start, next));
    }

    /// Frees all blocks up to and including `block`.
    synchronized void release(long block) {
        while (!claims.isEmpty() && claims.getFirst().block() <= block) claims.removeFirst();
    }

    private long place(int length) {
        if (claims.isEmpty()) return fitsAtEnd(length) ? next : length <= capacity ? 0 : FULL;
        long oldest = claims.getFirst().start();
        if (next <= oldest) return next + length <= oldest ? next : FULL;
        if (fitsAtEnd(length)) return next;
        return length <= oldest ? 0 : FULL;
    }

    private boolean fitsAtEnd(int length) {
        return next + length <= capacity;
    }
}
