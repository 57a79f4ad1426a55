package usher.ledger.redis;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import usher.ledger.Entry;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.StreamId;
import usher.ledger.redis.Reply.Lost;
import usher.ledger.redis.Reply.Refused;
import usher.ledger.redis.Reply.Said;
import usher.ledger.shared.Call;
import usher.ledger.shared.GroupWriter;
import usher.ledger.shared.SignalSender;

/// Writes groups of appends: with one run of the script on a single server, which so forces its
/// disk once; in a cluster with one for each bucket, all on their way at once.
///
/// If a connection breaks before the reply has come, nobody knows how the script ended, and that is
/// what the calls are told. While a server cannot be reached they are refused, most of them at
/// once.
final class Writer implements GroupWriter.Pen {

    private static final System.Logger LOG = System.getLogger(Writer.class.getName());
    private static final int REPLICAS_MILLIS_MAX = 2_000;

    private final Keyspace keys;
    private final Topology topology;
    private final Lines lines;
    private final int replicas;
    private final LongSupplier nowMillis;
    private final Streams streams;
    private final SignalSender signals;
    private final Set<StreamId> appended = new LinkedHashSet<>();

    /// @param replicas how many must have an entry before it counts as appended
    /// @param nowMillis the ledger's time
    /// @param streams where to read on if much was missed
    /// @param signals who tells of what was appended
    Writer(
            Keyspace keys,
            Topology topology,
            Lines lines,
            int replicas,
            LongSupplier nowMillis,
            Streams streams,
            SignalSender signals) {
        this.keys = keys;
        this.topology = topology;
        this.lines = lines;
        this.replicas = replicas;
        this.nowMillis = nowMillis;
        this.streams = streams;
        this.signals = signals;
    }

    @Override
    public void write(List<Call.Item> items) {
        try {
            List<AppendCall> calls = calls(items);
            lines.run(calls.stream().map(AppendCall::errand).toList());
            String doubt = doubt();
            for (AppendCall call : calls) settle(call, doubt);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a write failed for a reason that nobody thought of", e);
            lines.close();
            settle(items, new Outcome.Unknown("a write failed: " + e));
        }
    }

    @Override
    public void answered() {
        signals.send(appended);
        appended.clear();
    }

    @Override
    public void end() {
        lines.close();
    }

    private List<AppendCall> calls(List<Call.Item> items) {
        Map<Integer, List<Call.Item>> together = new TreeMap<>();
        for (Call.Item item : items) {
            int part = topology.isCluster() ? Keyspace.bucketOf(item.append().stream()) : 0;
            together.computeIfAbsent(part, _ -> new ArrayList<>()).add(item);
        }
        List<AppendCall> calls = new ArrayList<>();
        for (List<Call.Item> part : together.values()) {
            calls.add(new AppendCall(keys, part, replicas > 0, nowMillis.getAsLong()));
        }
        return calls;
    }

    /// Why what the servers said may get lost with one of them; empty: it may not.
    private String doubt() {
        if (replicas == 0) return "";
        long reached = lines.replicas(replicas, REPLICAS_MILLIS_MAX);
        return reached >= replicas
                ? ""
                : "only %d of %d replicas have it so far".formatted(reached, replicas);
    }

    private void settle(AppendCall call, String doubt) {
        switch (call.errand().reply()) {
            case Said _ when !doubt.isEmpty() -> settle(call.items(), new Outcome.Unknown(doubt));
            case Said said -> settle(call, said);
            case Refused(String reason) -> settle(call.items(), new Outcome.Unavailable(reason));
            case Lost(String reason) -> settle(call.items(), new Outcome.Unknown(reason));
        }
    }

    private void settle(AppendCall call, Said said) {
        List<Outcome> outcomes = call.outcomes(Objects.requireNonNull(said.value()));
        for (int i = 0; i < outcomes.size(); i++) {
            Call.Item item = call.items().get(i);
            Outcome outcome = whole(outcomes.get(i));
            item.settle(outcome);
            boolean isAppended = outcome instanceof Outcome.Appended;
            if (isAppended && !item.append().isCheck()) appended.add(item.append().stream());
        }
    }

    private static void settle(List<Call.Item> items, Outcome outcome) {
        for (Call.Item item : items) item.settle(outcome);
    }

    /// The script tells a few of the entries that were missed; if there are more, they are read.
    private Outcome whole(Outcome outcome) {
        if (!(outcome instanceof Outcome.Conflict(List<Entry> missed))
                || missed.size() < AppendCall.MISSED_MAX) return outcome;
        Entry last = missed.getLast();
        List<Entry> all = new ArrayList<>(missed);
        int more = Outcome.Conflict.MISSED_MAX - missed.size();
        try {
            all.addAll(streams.read(last.stream(), last.version(), more));
        } catch (LedgerException e) {
            return new Outcome.Unknown(String.valueOf(e.getMessage()));
        }
        return new Outcome.Conflict(List.copyOf(all));
    }
}
