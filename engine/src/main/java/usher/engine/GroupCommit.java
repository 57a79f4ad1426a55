package usher.engine;

import java.util.ArrayList;
import java.util.List;
import usher.ledger.Append;
import usher.ledger.Outcome;

/// The one write that is on its way, and the streams whose entries go with the next.
///
/// Group commit as in DeWitt et al., *Implementation Techniques for Main Memory Database Systems*,
/// SIGMOD 1984: one durable write for all that was decided while the one before was under way.
final class GroupCommit {

    private final Engine engine;
    private List<LiveStream> next = new ArrayList<>();
    private volatile boolean isWriting;

    GroupCommit(Engine engine) {
        this.engine = engine;
    }

    /// The entry of `stream` goes with the next write.
    void add(LiveStream stream) {
        if (stream.joinsNextWrite()) next.add(stream);
    }

    /// Whether a write is on its way. Any thread.
    boolean isWriting() {
        return isWriting;
    }

    boolean isBusy() {
        return isWriting || !next.isEmpty();
    }

    void sendIfFree() {
        if (isWriting || next.isEmpty()) return;
        List<LiveStream> writers = next;
        next = new ArrayList<>();
        List<Append> appends = new ArrayList<>(writers.size());
        int facts = 0;
        for (LiveStream writer : writers) {
            Append append = writer.send();
            appends.add(append);
            facts += append.facts().size();
        }
        send(writers, appends, facts);
    }

    private void send(List<LiveStream> writers, List<Append> appends, int facts) {
        isWriting = true;
        long since = engine.host().nanoTime();
        engine.ledger()
                .append(appends)
                .whenComplete(
                        (outcomes, broken) ->
                                engine.thread()
                                        .execute(
                                                () -> {
                                                    if (broken != null) throw unkept(broken);
                                                    long nanos = engine.host().nanoTime() - since;
                                                    engine.observer()
                                                            .written(appends.size(), facts, nanos);
                                                    settle(writers, outcomes);
                                                }));
    }

    private void settle(List<LiveStream> writers, List<Outcome> outcomes) {
        isWriting = false;
        for (int i = 0; i < writers.size(); i++) {
            writers.get(i).settle(outcomes.get(i));
        }
        engine.sortInbox();
    }

    private static IllegalStateException unkept(Throwable broken) {
        return new IllegalStateException("an append must end with an outcome", broken);
    }
}
