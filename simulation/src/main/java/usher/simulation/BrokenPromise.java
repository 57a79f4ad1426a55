package usher.simulation;

import org.jspecify.annotations.Nullable;

/// Usher did what it promised never to do; the message says what, in one sentence.
final class BrokenPromise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenPromise(@Nullable String promise) {
        super(promise);
    }

    BrokenPromise(@Nullable String promise, Throwable cause) {
        super(promise, cause);
    }

    /// Insists on `kept`.
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is not of java.base
    static void unless(boolean kept, String promise, @Nullable Object... details) {
        if (!kept) throw new BrokenPromise(promise.formatted(details));
    }
}
