package usher.simulation;

import java.io.PrintStream;
import java.security.SecureRandom;

/// Plays histories of faults and says whether every promise was kept: `sim [--seeds N] [--seed S]`.
///
/// Every seed is played twice, here and in a [Twin]; both must have seen the same, event by event.
/// Ends with 0 if all was well, 1 if a promise was broken, 2 if it was called wrongly.
public final class Sim {

    private static final int SEEDS_PER_LINE = 50;

    private final PrintStream out;
    private final Totals totals = new Totals();

    private Sim(PrintStream out) {
        this.out = out;
    }

    /// Runs what `args` say, and ends the process.
    public static void main(String[] args) {
        Options options;
        try {
            options = Options.of(args, new SecureRandom()::nextInt);
        } catch (IllegalArgumentException wrong) {
            System.err.println("usher: sim: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        if (options.digestsOnly()) {
            Twin.play(options, System.out);
        } else {
            System.exit(new Sim(System.out).run(options) ? 0 : 1);
        }
    }

    /// Plays all seeds of `options`; false as soon as one breaks a promise.
    static boolean run(Options options, PrintStream out) {
        return new Sim(out).run(options);
    }

    private boolean run(Options options) {
        out.printf(
                "playing %d seeds from %d, each in two JVMs%n", options.seeds(), options.first());
        long since = System.nanoTime();
        try (Twin twin = Twin.start(options)) {
            for (long seed = options.first(); seed < options.end(); seed++) {
                Verdict verdict = Simulation.run(seed, Seams.NONE);
                totals.add(verdict.totals());
                if (!isKept(verdict) || !isSame(verdict, twin.digest(seed))) return false;
                report(seed - options.first() + 1, options);
            }
        }
        double seconds = (System.nanoTime() - since) / 1e9;
        out.printf("every promise was kept: %s%n", totals);
        out.printf("%.1f s, %.1f seeds/s%n", seconds, options.seeds() / seconds);
        return true;
    }

    private void report(long played, Options options) {
        if (played % SEEDS_PER_LINE == 0 && played < options.seeds()) {
            out.printf("%d of %d: %s%n", played, options.seeds(), totals);
        }
    }

    private boolean isKept(Verdict verdict) {
        BrokenPromise broken = verdict.broken();
        if (broken == null) return true;
        verdict.tail().forEach(out::println);
        out.printf("seed %d: %s%n", verdict.seed(), broken.getMessage());
        if (broken.getCause() != null) broken.getCause().printStackTrace(out);
        out.printf("again: ./usher sim --seed %d%n", verdict.seed());
        return false;
    }

    private boolean isSame(Verdict verdict, long twinDigest) {
        if (verdict.digest() == twinDigest) return true;
        out.printf(
                "seed %d: two JVMs have seen different histories: %016x here, %016x there%n",
                verdict.seed(), verdict.digest(), twinDigest);
        return false;
    }
}
