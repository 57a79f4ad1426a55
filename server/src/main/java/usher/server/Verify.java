package usher.server;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.sqlite.CheckReport;
import usher.ledger.sqlite.LedgerCheck;
import usher.ledger.sqlite.LedgerRepair;
import usher.ledger.sqlite.RepairReport;
import usher.ledger.sqlite.SqliteLedger;
import usher.ledger.sqlite.SqliteOptions;
import usher.server.verify.Findings;
import usher.server.verify.LedgerAudit;

/// `./usher verify`: reads a ledger and checks every promise. No node may have an embedded
/// one open.
///
/// Exit code 0: it is sound. 1: something is wrong with it. 2: it could not be looked at.
public final class Verify {

    private static final int SOUND = 0;
    private static final int UNSOUND = 1;
    private static final int NOT_LOOKED_AT = 2;

    private final VerifyOptions options;
    private final PrintStream out;

    private Verify(VerifyOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String... args) {
        // Before anything logs: the server's classes bring JBoss's log manager along.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(run(args, System.getenv(), System.out, System.err));
    }

    /// Does what the command line asks for, and returns the exit code.
    static int run(
            String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        Optional<VerifyOptions> options = VerifyOptions.read(args, environment);
        if (options.isEmpty()) {
            err.println("usage: ./usher verify [--ledger URL] [--repair]");
            return NOT_LOOKED_AT;
        }
        try {
            return new Verify(options.get(), out).run();
        } catch (LedgerException trouble) {
            err.println("usher: " + trouble.getMessage());
            return NOT_LOOKED_AT;
        }
    }

    private int run() {
        if (Ledgers.isPublic(options.ledger())) return runShared();
        return runEmbedded(Ledgers.sqlitePath(options.ledger()));
    }

    /// All that is read is as of one moment: nodes may go on meanwhile, or else are not allowed to.
    private int runShared() {
        if (options.repair()) {
            throw new LedgerException("--repair is for embedded ledgers: sqlite:<file>");
        }
        try (Ledger ledger = Ledgers.look(options.ledger())) {
            out.println("ledger    " + ledger);
            return audit(ledger);
        }
    }

    private int runEmbedded(Path database) {
        if (!Files.exists(database)) {
            throw new LedgerException(database + ": there is no ledger here");
        }
        out.println("ledger    " + database);
        if (options.repair()) repair(database);
        if (!isWhole(database)) return UNSOUND;
        try (Ledger ledger = SqliteLedger.open(database, SqliteOptions.standard())) {
            return audit(ledger);
        }
    }

    private void repair(Path database) {
        RepairReport report = LedgerRepair.run(database);
        out.printf("repaired  %,d entries kept from the journal%n", report.kept());
        report.setAside().forEach(damage -> out.println("set aside " + damage));
    }

    /// Whether every entry is as it was written. One that is not cannot be folded.
    private boolean isWhole(Path database) {
        CheckReport report = LedgerCheck.run(database);
        report.damages().forEach(damage -> out.println("PROBLEM   " + damage));
        if (!report.isWhole()) {
            out.println("unsound   ./usher verify --repair keeps every entry that is whole");
        }
        return report.isWhole();
    }

    private int audit(Ledger ledger) {
        Findings findings = LedgerAudit.of(ledger);
        findings.print(out);
        return findings.isSound() ? SOUND : UNSOUND;
    }
}
