package usher.ledger.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import usher.domain.Fact;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.Entry;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.StreamId;

/// Ledgers that write all right and tell it wrong.
final class BrokenReading {

    private BrokenReading() {}

    /// Files keys before it knows whether the entry is written.
    static Ledger filingKeysOfConflicts(Ledger right) {
        Map<Key, Set<StreamId>> filed = new ConcurrentHashMap<>();
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                for (Key key : append.keys()) {
                    filed.computeIfAbsent(key, _ -> new HashSet<>()).add(append.stream());
                }
                return settleRight(append);
            }

            @Override
            public Set<StreamId> find(Key key) {
                return filed.getOrDefault(key, Set.of());
            }
        };
    }

    /// Knows keys by their kind only, and that in any case.
    static Ledger findingByKind(Ledger right) {
        Map<String, Key> known = new ConcurrentHashMap<>();
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                for (Key key : append.keys()) known.put(kindOf(key), key);
                return settleRight(append);
            }

            @Override
            public Set<StreamId> find(Key key) {
                return right.find(known.getOrDefault(kindOf(key), key));
            }
        };
    }

    /// Keeps a deadline until another one comes.
    static Ledger neverRemovingDeadlines(Ledger right) {
        Map<StreamId, Long> deadlines = new ConcurrentHashMap<>();
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                if (append.deadlineMillis() != Long.MAX_VALUE) {
                    deadlines.put(append.stream(), append.deadlineMillis());
                }
                long kept = deadlines.getOrDefault(append.stream(), Long.MAX_VALUE);
                return settleRight(Altered.dueAt(kept, append));
            }
        };
    }

    /// Names what is due in any order, and more than was asked for.
    static Ledger namingDeadlinesAnyhow(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public Deadlines deadlines() {
                return (untilMillis, _) -> {
                    long until = untilMillis == Long.MAX_VALUE ? untilMillis : untilMillis + 1;
                    return right.deadlines().due(until, Integer.MAX_VALUE).reversed();
                };
            }
        };
    }

    /// Reads from the given entry on instead of after it, and up to 99 entries.
    static Ledger readingAnyhow(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public List<Entry> read(StreamId stream, long after, int max) {
                return right.read(stream, Math.max(0, after - 1), 99);
            }
        };
    }

    /// Takes a stream without entries for a mistake.
    static Ledger refusingUntouchedStreams(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public List<Entry> read(StreamId stream, long after, int max) {
                boolean isTouched = right.heads().of(stream).version() > 0;
                if (!isTouched) throw new LedgerException("no such stream: " + stream);
                return right.read(stream, after, max);
            }
        };
    }

    /// Ends a page at half a megabyte.
    static Ledger cuttingBigPages(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public List<Entry> read(StreamId stream, long after, int max) {
                List<Entry> page = right.read(stream, after, max);
                boolean isBig = page.size() > 1 && page.getFirst().facts().equals(big());
                return isBig ? page.subList(0, 1) : page;
            }
        };
    }

    /// Keeps the first facts of an entry only.
    static Ledger cuttingEntries(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                List<Fact> facts = append.facts();
                return settleRight(
                        Altered.says(facts.subList(0, Math.min(3, facts.size())), append));
            }
        };
    }

    /// Has a clock that ticks in microseconds, and back at times.
    static Ledger tickingAnyhow(Ledger right) {
        AtomicLong ticks = new AtomicLong();
        return new OneByOneLedger(right) {
            @Override
            public Instant now() {
                long tick = ticks.incrementAndGet() % 100;
                return right.now().minus(Duration.ofMillis(tick)).plusNanos(1000);
            }
        };
    }

    /// Says that nobody else can append.
    static Ledger sayingThatItIsAlone(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public boolean isShared() {
                return false;
            }
        };
    }

    private static List<Fact> big() {
        return List.of(Samples.heldApart(100_000));
    }

    private static String kindOf(Key key) {
        return key.value().toLowerCase(Locale.ROOT).replaceFirst(":.*", "");
    }
}
