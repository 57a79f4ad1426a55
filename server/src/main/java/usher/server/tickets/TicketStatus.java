package usher.server.tickets;

/// How it stands with a ticket.
public enum TicketStatus {
    /// Whoever has it may come in.
    VALID("valid"),
    /// Somebody came in with it.
    CHECKED_IN("checked-in"),
    /// Its booking was called off, and had cost nothing.
    CANCELLED("cancelled"),
    /// Its booking was called off, and the money went back.
    REFUNDED("refunded");

    private final String word;

    TicketStatus(String word) {
        this.word = word;
    }

    /// What the API calls it.
    public String word() {
        return word;
    }

    /// Whether it lets, or did let, somebody in.
    boolean isGood() {
        return this == VALID || this == CHECKED_IN;
    }
}
