package usher.ledger.conformance;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.ledger.Heads;
import usher.ledger.Ledger;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Tells the heads of a ledger, until a part of it is overridden to do it wrong.
class ForwardingHeads implements Heads {

    private final Ledger right;

    ForwardingHeads(Ledger right) {
        this.right = right;
    }

    @Override
    public Position of(StreamId stream) {
        return right.heads().of(stream);
    }

    @Override
    public List<Head> scan(@Nullable StreamId after, int max) {
        return right.heads().scan(after, max);
    }

    @Override
    public AutoCloseable listen(Consumer<StreamId> listener) {
        return right.heads().listen(listener);
    }

    @Override
    public AutoCloseable listenToOthers(Consumer<StreamId> listener) {
        return listen(listener);
    }
}
