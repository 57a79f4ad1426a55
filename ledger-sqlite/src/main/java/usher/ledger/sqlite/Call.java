package usher.ledger.sqlite;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Outcome;

/// One call of [SqliteLedger#append], and what has become of each of its appends.
///
/// Owned by the caller until it is queued, then by the writer; the answer is anybody's.
final class Call {

    private final List<Append> appends;
    private final @Nullable Outcome[] outcomes;
    private final CompletableFuture<List<Outcome>> answer = new CompletableFuture<>();

    Call(List<Append> appends) {
        this.appends = appends;
        this.outcomes = new @Nullable Outcome[appends.size()];
    }

    List<Append> appends() {
        return appends;
    }

    CompletableFuture<List<Outcome>> answer() {
        return answer;
    }

    void settle(int index, Outcome outcome) {
        outcomes[index] = outcome;
    }

    boolean isSettled(int index) {
        return outcomes[index] != null;
    }

    /// Answers; everything is settled.
    void complete() {
        answer.complete(List.copyOf(Arrays.asList(outcomes)));
    }

    /// Answers that what was to be written ended as `outcome`.
    void refuse(Outcome outcome) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null || outcomes[i] instanceof Outcome.Appended) settle(i, outcome);
        }
        complete();
    }
}
