package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Outcome;

/// A negative control: a node that believes in what it cannot know. It takes an unknown end for
/// success, and must be caught.
public final class Believer {

    /// How often nothing must have been written although it said so.
    private static final int LIES = 3;

    private static final int TROUBLES_MAX = 500;

    private final Ledger node;
    private final Ledger peer;
    private final AtomicInteger lies = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    private Believer(Ledger node, Ledger peer) {
        this.node = node;
        this.peer = peer;
    }

    /// What stands between a node and its server for a moment, and is over then.
    @FunctionalInterface
    public interface Trouble {

        void comeAndGo() throws InterruptedException;
    }

    /// Lets authors of so many streams believe what they should not while `trouble` comes to `node`
    /// again and again, whenever something was taken since, and insists that `peer`, which has
    /// none, finds them out.
    public static void isCaught(int streams, Ledger node, Ledger peer, Trouble trouble)
            throws InterruptedException {
        Believer believer = new Believer(node, peer);
        try (Journals journals = Journals.at(streams, List.of(believer::append))) {
            for (int i = 0; i < TROUBLES_MAX && believer.lies.get() < LIES; i++) {
                int before = believer.taken.get();
                Patience.until(() -> believer.taken.get() > before);
                trouble.comeAndGo();
            }
            assertThrows(AssertionError.class, () -> journals.areTrue(peer));
        }
    }

    private Outcome append(Append append) {
        Outcome end = Appends.outcome(node, append);
        if (end instanceof Outcome.Appended) taken.incrementAndGet();
        if (!(end instanceof Outcome.Unknown)) return end;
        long version = append.follows().version();
        if (!peer.read(append.stream(), version, 1).equals(List.of(append.entry()))) {
            lies.incrementAndGet();
        }
        return new Outcome.Appended(append.position());
    }
}
