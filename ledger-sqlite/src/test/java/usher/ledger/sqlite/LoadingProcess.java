package usher.ledger.sqlite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import usher.ledger.Append;
import usher.ledger.Outcome;
import usher.ledger.Position;

/// A process that appends to a few streams as fast as it can, and says what was acknowledged.
///
/// Arguments: the database, the number of streams, and the first id to use. Each line that it
/// prints
/// is a stream's number, the place up to which that was acknowledged, and a dot.
final class LoadingProcess {

    private LoadingProcess() {}

    public static void main(String[] arguments) {
        int streams = Integer.parseInt(arguments[1]);
        long id = Long.parseLong(arguments[2]);
        SqliteOptions options =
                SqliteOptions.standard().withJournalBytes(1 << 20).withFiling(1 << 17, 5);
        try (SqliteLedger ledger = SqliteLedger.open(Path.of(arguments[0]), options)) {
            Position[] heads = new Position[streams];
            for (int i = 0; i < streams; i++) heads[i] = ledger.heads().of(Holds.stream(i));
            System.out.println("open");
            while (true) id = writeAll(ledger, heads, id);
        }
    }

    private static long writeAll(SqliteLedger ledger, Position[] heads, long firstId) {
        long id = firstId;
        List<CompletionStage<List<Outcome>>> calls = new ArrayList<>();
        for (int i = 0; i < heads.length; i++) {
            Append append = Holds.append(Holds.stream(i), heads[i], id++);
            heads[i] = append.position();
            calls.add(ledger.append(List.of(append)));
        }
        for (int i = 0; i < heads.length; i++) {
            Outcome outcome = calls.get(i).toCompletableFuture().join().getFirst();
            if (!outcome.equals(new Outcome.Appended(heads[i]))) throw new AssertionError(outcome);
            System.out.println(i + " " + heads[i].version() + " " + heads[i].id() + " .");
        }
        return id;
    }
}
