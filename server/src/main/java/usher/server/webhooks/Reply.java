package usher.server.webhooks;

import org.jspecify.annotations.Nullable;

/// What came of one request.
sealed interface Reply {

    /// In characters.
    int TEXT_LENGTH_MAX = 200;

    /// The endpoint answered.
    ///
    /// @param text the beginning of what it said
    /// @param retryAfterSeconds when it wants to be asked again; 0: it does not say
    record Answered(int status, String text, long retryAfterSeconds) implements Reply {}

    /// There was no connection: nothing was sent.
    record Unreached(String reason) implements Reply {}

    /// It was sent, and nobody knows what became of it.
    record Unanswered(String reason) implements Reply {}

    /// What became of the message, by that.
    default Verdict verdict() {
        return switch (this) {
            case Unreached _ -> Verdict.AWAY;
            case Unanswered _ -> Verdict.REFUSED;
            case Answered answer -> Verdict.of(answer.status());
        };
    }

    /// The status; 0: there is none.
    default int status() {
        return this instanceof Answered answer ? answer.status() : 0;
    }

    /// What the endpoint said, or why it said nothing.
    default String said() {
        return switch (this) {
            case Unreached unreached -> unreached.reason();
            case Unanswered unanswered -> unanswered.reason();
            case Answered answer -> answer.text();
        };
    }

    /// Why it was not taken, for whoever looks into it.
    default String reason() {
        return this instanceof Answered answer
                ? "answered %d %s".formatted(answer.status(), answer.text()).strip()
                : said();
    }

    /// When the endpoint wants to be asked again, in seconds; 0: it does not say.
    default long retryAfterSeconds() {
        return this instanceof Answered answer ? answer.retryAfterSeconds() : 0;
    }

    /// As much of `text` as is kept, on one line.
    static String brief(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("[\\p{Cntrl}\\s\\p{Cs}]+", " ").strip();
        return line.length() <= TEXT_LENGTH_MAX ? line : line.substring(0, TEXT_LENGTH_MAX);
    }
}
