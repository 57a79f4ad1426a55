package usher.server;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicReference;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.server.copy.LedgerCopy;
import usher.server.copy.LedgerDigest;
import usher.server.copy.PeopleCopy;
import usher.server.people.People;

/// `./usher copy FROM TO`: moves a sale from one ledger into another that has nothing, with the
/// people beside it, and checks that both have the same then. No node may be running on either.
///
/// Exit code 0: it is the same. 1: it is not. 2: nothing, or not all, was copied.
public final class Copy {

    private static final int SAME = 0;
    private static final int ANOTHER = 1;
    private static final int NOT_COPIED = 2;

    private final PrintStream out;

    private Copy(PrintStream out) {
        this.out = out;
    }

    public static void main(String... args) {
        // Before anything logs: the server's classes bring JBoss's log manager along.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(run(args, System.out, System.err));
    }

    /// Does what the command line asks for, and returns the exit code.
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length != 2) {
            err.println("usage: ./usher copy FROM TO");
            err.println("       each sqlite:<file>, postgresql://… or redis://…");
            return NOT_COPIED;
        }
        try {
            return new Copy(out).copy(args[0], args[1]);
        } catch (LedgerException trouble) {
            err.println("usher: " + trouble.getMessage());
            return NOT_COPIED;
        }
    }

    private int copy(String source, String target) {
        try (Ledger from = existing(source);
                Ledger to = Ledgers.join(target)) {
            out.println("from      " + name(from, source));
            out.println("to        " + name(to, target));
            AtomicReference<PeopleCopy> people = new AtomicReference<>();
            long entries = LedgerCopy.run(from, to, () -> people.set(copyPeople(source, target)));
            out.printf("copied    %,d entries%n", entries);
            String expected = LedgerDigest.of(from);
            String found = LedgerDigest.of(to);
            out.println("digest    " + expected);
            if (!found.equals(expected)) {
                out.println("PROBLEM   the copy has the digest " + found);
                return ANOTHER;
            }
            out.println("same      every entry, key, deadline and note is there");
            return said(people.get());
        }
    }

    private static PeopleCopy copyPeople(String source, String target) {
        try (People from = PeopleStore.existing(source);
                People to = PeopleStore.open(target)) {
            return PeopleCopy.run(from, to);
        }
    }

    /// Tells how it went with the people.
    private int said(PeopleCopy people) {
        if (!people.areKept() && people.known() > 0) {
            out.printf(
                    "people    %,d names and addresses are left: none are kept beside Redis%n",
                    people.known());
            return SAME;
        }
        if (people.isWhole()) {
            out.printf("people    %,d names and addresses%n", people.known());
            return SAME;
        }
        out.printf(
                "PROBLEM   of %,d names and addresses, %,d were known there before%n",
                people.known(), people.known() - people.adopted());
        return ANOTHER;
    }

    private static Ledger existing(String url) {
        if (Ledgers.isPublic(url)) return Ledgers.look(url);
        if (!Files.exists(Ledgers.sqlitePath(url))) {
            throw new LedgerException(Ledgers.sqlitePath(url) + ": there is no ledger here");
        }
        return Ledgers.join(url);
    }

    /// What a ledger is called in public: without a password, if it has one.
    private static String name(Ledger ledger, String url) {
        return Ledgers.isPublic(url) ? ledger.toString() : url;
    }
}
