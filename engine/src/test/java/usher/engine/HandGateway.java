package usher.engine;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.NullMarked;
import usher.domain.selling.Errand;
import usher.domain.selling.PaymentReport;

/// A gateway in the hands of a test, which answers what it is asked when it likes.
@NullMarked
final class HandGateway implements PaymentGateway {

    /// Something that was asked, and waits for its answer.
    record Asked(Errand errand, CompletableFuture<Optional<PaymentReport>> answer) {

        void answer(PaymentReport report) {
            answer.complete(Optional.of(report));
        }

        void answerNothingNew() {
            answer.complete(Optional.empty());
        }

        void fail() {
            answer.completeExceptionally(new IllegalStateException("nobody answers"));
        }
    }

    private final Queue<Asked> asked = new ArrayDeque<>();

    @Override
    public CompletionStage<Optional<PaymentReport>> ask(Errand errand) {
        CompletableFuture<Optional<PaymentReport>> answer = new CompletableFuture<>();
        asked.add(new Asked(errand, answer));
        return answer;
    }

    boolean isAsked() {
        return !asked.isEmpty();
    }

    int waiting() {
        return asked.size();
    }

    /// What was asked first and not taken yet.
    Asked take() {
        return asked.remove();
    }
}
