package usher.ledger.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import usher.ledger.StreamId;

/// What a signal to other nodes says: whose it is, and the streams that he appended to.
///
/// `4f0c…:0197a3f2-…,0197a3f3-…`, as many as the 8,000 bytes of a
/// notification in PostgreSQL can hold. Thread-safe.
public final class SignalText {

    private static final int STREAMS_MAX = 200;

    private final String sender = UUID.randomUUID().toString();

    /// Whoever writes here is a sender of his own.
    public SignalText() {}

    /// Signals of `streams`.
    public List<String> write(List<StreamId> streams) {
        List<String> payloads = new ArrayList<>();
        for (int from = 0; from < streams.size(); from += STREAMS_MAX) {
            StringBuilder payload = new StringBuilder(sender);
            char separator = ':';
            int to = Math.min(from + STREAMS_MAX, streams.size());
            for (StreamId stream : streams.subList(from, to)) {
                payload.append(separator).append(stream.value());
                separator = ',';
            }
            payloads.add(payload.toString());
        }
        return payloads;
    }

    /// Hands over the streams that `payload` names, if it comes from somebody else. What cannot be
    /// understood, because a later release or a person sent it, is ignored.
    public void read(String payload, Consumer<StreamId> heard) {
        int at = payload.indexOf(':');
        if (at < 0 || payload.startsWith(sender)) return;
        for (String name : payload.substring(at + 1).split(",", -1)) {
            try {
                heard.accept(new StreamId(UUID.fromString(name)));
            } catch (IllegalArgumentException e) {
                return;
            }
        }
    }
}
