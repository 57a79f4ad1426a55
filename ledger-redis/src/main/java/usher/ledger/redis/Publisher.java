package usher.ledger.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.StreamId;
import usher.ledger.shared.SignalSender;
import usher.ledger.shared.SignalText;

/// Signals by `PUBLISH`, which no disk and no replica is waited for. In a cluster every server
/// passes them on to all others, so that a node may listen anywhere.
final class Publisher implements SignalSender.Carrier {

    private final Keyspace keys;
    private final Lines lines;
    private final SignalText text;

    Publisher(Keyspace keys, Lines lines, SignalText text) {
        this.keys = keys;
        this.lines = lines;
        this.text = text;
    }

    @Override
    public void carry(Set<StreamId> streams) {
        List<Errand> errands = new ArrayList<>();
        for (String payload : text.write(new ArrayList<>(streams))) {
            errands.add(Errand.of(0, Command.PUBLISH, keys.signals(), Keyspace.bytes(payload)));
        }
        lines.run(errands);
    }

    @Override
    public void end() {
        lines.close();
    }
}
