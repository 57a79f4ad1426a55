package usher.server.webhooks;

/// What an answer means for a message.
enum Verdict {
    /// It was taken.
    ACCEPTED,
    /// The endpoint takes nothing at the moment.
    AWAY,
    /// The endpoint does not want to be sent anything any more.
    GONE,
    /// This one message was not taken, and may be the next time.
    REFUSED,
    /// This one message was not taken, and the endpoint says that it is to blame.
    BLAMED;

    /// What a status means. Redirects are not followed: whoever answers with one refuses.
    static Verdict of(int status) {
        if (status >= 200 && status < 300) return ACCEPTED;
        return switch (status) {
            case 410 -> GONE;
            case 429, 503 -> AWAY;
            case 408, 425 -> REFUSED;
            default -> status >= 400 && status < 500 ? BLAMED : REFUSED;
        };
    }
}
