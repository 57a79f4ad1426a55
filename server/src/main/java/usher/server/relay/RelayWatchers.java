package usher.server.relay;

import java.util.List;
import usher.engine.relay.RelayObserver;
import usher.ledger.StreamId;

/// Several who watch the relays: each hears of everything.
record RelayWatchers(List<RelayObserver> all) implements RelayObserver {

    @Override
    public void relayed(String route, int entries, int facts, long lagMillis) {
        for (RelayObserver each : all) each.relayed(route, entries, facts, lagMillis);
    }

    @Override
    public void heldUp(String route, StreamId stream, String reason, long againMillis) {
        for (RelayObserver each : all) each.heldUp(route, stream, reason, againMillis);
    }

    @Override
    public void away(String route, String reason, long againMillis) {
        for (RelayObserver each : all) each.away(route, reason, againMillis);
    }

    @Override
    public void leads(boolean isLeading) {
        for (RelayObserver each : all) each.leads(isLeading);
    }

    @Override
    public void troubled(String reason) {
        for (RelayObserver each : all) each.troubled(reason);
    }
}
