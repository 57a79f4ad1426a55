package usher.ledger.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Outcome;

/// Stores whose ledgers are right by themselves, and fail their neighbours or successors.
final class BrokenStores {

    private BrokenStores() {}

    /// Keeps nothing for the next process, nor for other nodes.
    static DurableStore keepingNothing() {
        return TestedStore.broken(TestedStore::newLedger);
    }

    /// Has acknowledged one entry more than it kept, whenever it is opened again.
    static DurableStore losingTheLastEntry() {
        List<Append> appended = new ArrayList<>();
        return TestedStore.broken(
                () -> {
                    if (!appended.isEmpty()) appended.removeLast();
                    Ledger restored = TestedStore.newLedger();
                    for (Append append : appended) Trial.settled(restored.append(List.of(append)));
                    return remembering(restored, appended);
                });
    }

    /// Closes for all nodes when one of them leaves.
    static DurableStore closingForAll() {
        AtomicBoolean isClosed = new AtomicBoolean();
        Ledger ledger =
                new OneByOneLedger(TestedStore.newLedger()) {
                    @Override
                    Outcome settle(Append append) {
                        if (isClosed.get()) return new Outcome.Unavailable("closed");
                        return settleRight(append);
                    }

                    @Override
                    public void close() {
                        isClosed.set(true);
                    }
                };
        return TestedStore.broken(
                () -> {
                    isClosed.set(false);
                    return ledger;
                });
    }

    private static Ledger remembering(Ledger right, List<Append> appended) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                Outcome outcome = settleRight(append);
                if (outcome instanceof Outcome.Appended) appended.add(append);
                return outcome;
            }
        };
    }
}
