package usher.server.webhooks;

import java.util.List;
import java.util.Locale;
import usher.ledger.StreamId;

/// What became of one message to one endpoint.
///
/// @param id that of the message
/// @param facts what kinds of facts are in it
/// @param attempts how often it was sent
/// @param atMillis when it was sent last, in milliseconds since 1970
/// @param nextAtMillis when it will be sent again; 0: never by itself, or nobody knows yet
/// @param answer the status of the last answer; 0: there was none
/// @param said the beginning of the answer, or why there was none
record Delivery(
        String id,
        StreamId stream,
        long version,
        List<String> facts,
        Status status,
        int attempts,
        long atMillis,
        long nextAtMillis,
        int answer,
        String said) {

    /// Where a delivery stands.
    enum Status {
        /// The endpoint took it.
        DELIVERED,
        /// It will be sent again by itself.
        WAITING,
        /// It was set aside, and will be sent again if somebody says so.
        FAILED;

        /// What callers call it.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Delivery {
        facts = List.copyOf(facts);
    }

    /// What became of `message`, sent for the `attempts`-th time at `atMillis`.
    static Delivery of(
            Message message,
            StreamId stream,
            long version,
            Status status,
            int attempts,
            long atMillis,
            Reply reply) {
        return new Delivery(
                message.id(),
                stream,
                version,
                message.facts(),
                status,
                attempts,
                atMillis,
                0,
                reply.status(),
                reply.said());
    }

    /// The same, to be sent again at `millis`.
    Delivery againAt(long millis) {
        return new Delivery(
                id, stream, version, facts, status, attempts, atMillis, millis, answer, said);
    }
}
