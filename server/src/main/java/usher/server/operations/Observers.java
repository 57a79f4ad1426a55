package usher.server.operations;

import usher.engine.EngineObserver;
import usher.engine.Result;
import usher.ledger.Entry;
import usher.ledger.StreamId;

/// Two who watch the engine: each hears of everything.
public record Observers(EngineObserver first, EngineObserver second) implements EngineObserver {

    @Override
    public void answered(Result result, long nanos) {
        first.answered(result, nanos);
        second.answered(result, nanos);
    }

    @Override
    public void appended(Entry entry) {
        first.appended(entry);
        second.appended(entry);
    }

    @Override
    public void written(int entries, int facts, long nanos) {
        first.written(entries, facts, nanos);
        second.written(entries, facts, nanos);
    }

    @Override
    public void lostRace(StreamId stream) {
        first.lostRace(stream);
        second.lostRace(stream);
    }

    @Override
    public void rewound(StreamId stream) {
        first.rewound(stream);
        second.rewound(stream);
    }

    @Override
    public void troubled(StreamId stream, String reason) {
        first.troubled(stream, reason);
        second.troubled(stream, reason);
    }
}
