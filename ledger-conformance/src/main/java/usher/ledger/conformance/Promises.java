package usher.ledger.conformance;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// What all suites have in common: where the ledgers come from that they try.
@Timeout(60)
@ExtendWith(TrialProvider.class)
interface Promises {

    /// An empty store, for one test.
    LedgerStore newStore();
}
