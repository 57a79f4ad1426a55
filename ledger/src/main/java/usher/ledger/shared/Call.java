package usher.ledger.shared;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Outcome;

/// One call of [usher.ledger.Ledger#append], and what has become of each of its appends.
///
/// Owned by the caller until it is queued, then by the writer; the answer is anybody's.
public final class Call {

    /// One append of a call's.
    public record Item(Call call, int index, Append append) {

        /// It ended as `outcome`.
        public void settle(Outcome outcome) {
            call.outcomes[index] = outcome;
        }
    }

    private final List<Append> appends;
    private final @Nullable Outcome[] outcomes;
    private final CompletableFuture<List<Outcome>> answer = new CompletableFuture<>();

    public Call(List<Append> appends) {
        this.appends = appends;
        outcomes = new @Nullable Outcome[appends.size()];
    }

    /// The answer to `appends` of a ledger that was opened to be looked at only.
    public static CompletionStage<List<Outcome>> toLookOnly(List<Append> appends) {
        Call call = new Call(appends);
        call.refuse(new Outcome.Unavailable("this ledger was opened to be looked at only"));
        return call.answer();
    }

    List<Append> appends() {
        return appends;
    }

    /// Completes, never exceptionally, once everything is settled.
    public CompletionStage<List<Outcome>> answer() {
        return answer;
    }

    Item item(int index) {
        return new Item(this, index, appends.get(index));
    }

    /// Answers; everything is settled.
    void complete() {
        answer.complete(List.copyOf(Arrays.asList(outcomes)));
    }

    /// Answers that everything ended as `outcome`.
    public void refuse(Outcome outcome) {
        Arrays.fill(outcomes, outcome);
        complete();
    }
}
