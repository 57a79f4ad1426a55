package usher.server.webhooks;

import usher.ledger.Entry;

/// A message that was sent, and what came of it.
///
/// @param attempts how often it was sent, this time included
record Sent(Endpoint endpoint, Message message, Entry entry, int attempts, Reply reply) {

    /// What is kept of it.
    Delivery delivery(Delivery.Status status, long atMillis) {
        return Delivery.of(
                message, entry.stream(), entry.version(), status, attempts, atMillis, reply);
    }
}
