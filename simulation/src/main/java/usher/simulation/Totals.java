package usher.simulation;

/// What happened in one run or in many, counted.
final class Totals {

    private long seeds;
    private long asks;
    private long facts;
    private long entries;
    private long conflicts;
    private long crashes;
    private long pauses;
    private long jumps;
    private long unknowns;
    private long paid;
    private long givenBack;
    private long relayed;
    private long relayedAgain;
    private long virtualNanos;

    void asked() {
        asks++;
    }

    void wrote(int factsOfEntry) {
        entries++;
        facts += factsOfEntry;
    }

    void lostRace() {
        conflicts++;
    }

    void crashed() {
        crashes++;
    }

    void paused() {
        pauses++;
    }

    void jumped() {
        jumps++;
    }

    void unknown() {
        unknowns++;
    }

    void paid() {
        paid++;
    }

    void gaveBack() {
        givenBack++;
    }

    void relayed(boolean isAgain) {
        relayed++;
        if (isAgain) relayedAgain++;
    }

    void ended(long nanos) {
        seeds++;
        virtualNanos += nanos;
    }

    void add(Totals more) {
        seeds += more.seeds;
        asks += more.asks;
        facts += more.facts;
        entries += more.entries;
        conflicts += more.conflicts;
        crashes += more.crashes;
        pauses += more.pauses;
        jumps += more.jumps;
        unknowns += more.unknowns;
        paid += more.paid;
        givenBack += more.givenBack;
        relayed += more.relayed;
        relayedAgain += more.relayedAgain;
        virtualNanos += more.virtualNanos;
    }

    @Override
    public String toString() {
        return ("%,d seeds, %,d asks, %,d facts in %,d entries, %,d conflicts, %,d crashes,"
                        + " %,d pauses, %,d clock jumps, %,d unknown writes, %,d payments of which"
                        + " %,d given back, %,d messages of which %,d came again,"
                        + " %.1f virtual hours")
                .formatted(
                        seeds,
                        asks,
                        facts,
                        entries,
                        conflicts,
                        crashes,
                        pauses,
                        jumps,
                        unknowns,
                        paid,
                        givenBack,
                        relayed,
                        relayedAgain,
                        virtualNanos / 3600e9);
    }
}
