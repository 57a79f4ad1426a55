package usher.ledger.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import usher.ledger.Append;
import usher.ledger.ForwardingLedger;
import usher.ledger.Ledger;
import usher.ledger.Outcome;

/// Does what the ledger in memory does, each append for itself, until a part of it is overridden to
/// do it wrong.
class OneByOneLedger extends ForwardingLedger {

    OneByOneLedger(Ledger right) {
        super(right);
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Append append : appends) outcomes.add(settle(append));
        return CompletableFuture.completedStage(outcomes);
    }

    /// How one append ends.
    Outcome settle(Append append) {
        return settleRight(append);
    }

    /// How one append ends if all goes right.
    final Outcome settleRight(Append append) {
        return Trial.settled(ledger.append(List.of(append))).getFirst();
    }
}
