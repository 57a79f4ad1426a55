package usher.engine;

import java.util.ArrayList;
import java.util.List;
import usher.domain.StateMachine;

/// Those who want to look at a stream's durable state, and wait until nothing else is in it.
final class Readings {

    private List<Reading<?>> waiting = new ArrayList<>(1);

    void add(Reading<?> reading) {
        waiting.add(reading);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Everybody looks at `durable` now.
    void serve(StateMachine durable) {
        if (waiting.isEmpty()) return;
        for (Reading<?> reading : taken()) {
            serve(reading, durable);
        }
    }

    /// Nobody will see anything: that is `why`.
    void fail(Result why) {
        taken().forEach(reading -> reading.failed(why));
    }

    private List<Reading<?>> taken() {
        List<Reading<?>> taken = waiting;
        waiting = new ArrayList<>(1);
        return taken;
    }

    private static <T> void serve(Reading<T> reading, StateMachine durable) {
        reading.seen(reading.look(durable));
    }
}
