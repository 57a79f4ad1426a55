package usher.ledger.sqlite;

import java.nio.file.Path;
import usher.ledger.LedgerException;

/// A process that opens the ledger, says `open`, and keeps it until it is killed.
final class HoldingProcess {

    private HoldingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (SqliteLedger _ =
                SqliteLedger.open(
                        Path.of(arguments[0]),
                        SqliteOptions.standard().withJournalBytes(1 << 20))) {
            System.out.println("open");
            Thread.currentThread().join();
        } catch (LedgerException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
