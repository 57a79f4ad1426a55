package usher.server.rabbitmq;

import java.util.Set;

/// What goes to RabbitMQ, and how.
///
/// @param exchange the topic exchange that facts are published to
/// @param facts the names of those that are
/// @param keepsUnrouted whether a fact that no queue is bound for is kept until one is, and holds
/// up
///     those of its event that come after it; else it is passed over
public record Publishing(String exchange, Set<String> facts, boolean keepsUnrouted) {

    private static final int NAME_BYTES_MAX = 255;

    /// @throws IllegalArgumentException with a sentence that says what is wrong
    public Publishing {
        facts = Set.copyOf(facts);
        if (!exchange.matches("[A-Za-z0-9_.:-]{1,%d}".formatted(NAME_BYTES_MAX))) {
            throw new IllegalArgumentException(
                    "USHER_RABBITMQ_EXCHANGE must be 1 to 255 of the letters, digits and _ . : -"
                            + " that RabbitMQ has in names, not "
                            + exchange);
        }
    }
}
