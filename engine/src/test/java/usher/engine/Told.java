package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.Refusal;
import usher.domain.holding.Hold;

/// What somebody who asked was told: nothing yet, or one result.
@NullMarked
final class Told implements Reply {

    private @Nullable Result result;

    @Override
    public void complete(Result told) {
        assertNull(result, "told twice");
        result = told;
    }

    boolean isOpen() {
        return result == null;
    }

    @Nullable Result result() {
        return result;
    }

    Answer answer() {
        return assertInstanceOf(Result.Done.class, result).answer();
    }

    /// The seats that he was told to hold.
    List<Integer> heldSeats() {
        List<Hold> holds = assertInstanceOf(Answer.Holds.class, answer()).holds();
        return holds.stream().map(Hold::seat).toList();
    }

    void isRefused(Refusal refusal) {
        assertEquals(refusal, assertInstanceOf(Result.Refused.class, result).refusal());
    }

    void isUnavailable(boolean outcomeUnknown) {
        assertEquals(
                outcomeUnknown,
                assertInstanceOf(Result.Unavailable.class, result).outcomeUnknown());
    }

    void isOverloaded() {
        assertInstanceOf(Result.Overloaded.class, result);
    }
}
