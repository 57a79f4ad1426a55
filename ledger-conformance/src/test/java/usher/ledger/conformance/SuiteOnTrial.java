package usher.ledger.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import usher.ledger.Signals;

/// The whole suite, run against a ledger that is known to be broken. One run at a time.
class SuiteOnTrial implements LedgerConformance, DurablePromises, SharedPromises {

    private static final Logger SIGNALS_LOG = Logger.getLogger(Signals.class.getName());

    private static Supplier<DurableStore> stores = TestedStore::right;

    @Override
    public DurableStore newStore() {
        return stores.get();
    }

    /// The names of the tests that ran, and of those among them that failed.
    record Verdict(Set<String> ran, Set<String> failed) {}

    /// What the suite says of ledgers in `broken` stores.
    static Verdict on(Supplier<DurableStore> broken) {
        Verdict verdict = new Verdict(new HashSet<>(), new HashSet<>());
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(SuiteOnTrial.class))
                        .build();
        stores = broken;
        SIGNALS_LOG.setLevel(Level.OFF);
        LauncherFactory.create().execute(request, recordingIn(verdict));
        return verdict;
    }

    private static TestExecutionListener recordingIn(Verdict verdict) {
        return new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (!test.isTest()) return;
                String name = test.getDisplayName().replaceFirst("\\(.*", "");
                verdict.ran().add(name);
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    verdict.failed().add(name);
                }
            }
        };
    }
}
