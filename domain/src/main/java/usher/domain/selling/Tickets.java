package usher.domain.selling;

/// So many places of a tier, whichever are best.
///
/// @param quantity 1 or more
public record Tickets(String tier, int quantity) {

    public Tickets {
        if (quantity < 1) throw new IllegalArgumentException("not a quantity: " + quantity);
    }
}
