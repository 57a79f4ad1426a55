package usher.ledger;

import java.util.List;
import usher.domain.Fact;

/// Facts as a durable ledger would keep them, and the place in their stream after them.
final class StoredFacts {

    private final Position position;
    private final byte[] json;

    StoredFacts(Position position, List<Fact> facts) {
        this.position = position;
        JsonBytes out = new JsonBytes(256);
        FactCodec.write(facts, out);
        json = out.toByteArray();
    }

    Position position() {
        return position;
    }

    List<Fact> facts() {
        return FactCodec.read(json, 0, json.length);
    }
}
