package usher.server.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import usher.ledger.Entry;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.relay.FactMessage;

/// One fact on its way to RabbitMQ; the same each time it is sent.
///
/// @param key where it goes: `event.<event id>.seats-held`, or `catalog.event-listed`
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
record Message(String key, BasicProperties properties, byte[] body) {

    private static final int PERSISTENT = 2;
    private static final int BODY_BYTES = 512;

    static Message of(FactMessage fact) {
        JsonBytes json = new JsonBytes(BODY_BYTES);
        fact.write(json);
        return new Message(key(fact), properties(fact), json.toByteArray());
    }

    private static String key(FactMessage fact) {
        StreamId stream = fact.entry().stream();
        String place = stream.isCatalog() ? "catalog" : "event." + stream;
        return place + "." + kebab(fact.fact().name());
    }

    /// `SeatsHeld` as `seats-held`.
    private static String kebab(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("JavaUtilDate") // the client's
    private static BasicProperties properties(FactMessage fact) {
        return new BasicProperties.Builder()
                .messageId(fact.id())
                .type(fact.fact().name())
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .timestamp(new Date(fact.fact().atMillis()))
                .appId("usher")
                .headers(headers(fact.entry()))
                .build();
    }

    private static Map<String, Object> headers(Entry entry) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("version", entry.version());
        if (!entry.stream().isCatalog()) headers.put("eventId", entry.stream().toString());
        return headers;
    }
}
