package usher.ledger.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Ledgers that write what they should not, or do not write what they say.
final class BrokenAppends {

    private BrokenAppends() {}

    /// Says yes to everything, and writes nothing.
    static Ledger doingNothing(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                return new Outcome.Appended(append.position());
            }
        };
    }

    /// Does not look at the entry followed: whoever comes is next.
    static Ledger ignoringTheEntryFollowed(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                return settleRight(Altered.follows(right.heads().of(append.stream()), append));
            }
        };
    }

    /// Compares the number of the entry followed, and not its id.
    static Ledger comparingNumbersOnly(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                long version = append.follows().version();
                if (version == 0) return settleRight(append);
                List<Entry> there = right.read(append.stream(), version - 1, 1);
                if (there.isEmpty()) return settleRight(append);
                return settleRight(Altered.follows(there.getFirst().position(), append));
            }
        };
    }

    /// Takes an entry that it does not have for one that was overtaken.
    static Ledger neverRewound(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                Outcome outcome = settleRight(append);
                return outcome instanceof Outcome.Rewound
                        ? new Outcome.Conflict(right.read(append.stream(), 0, 1))
                        : outcome;
            }
        };
    }

    /// Compares first and writes then, and lets others in between.
    static Ledger lettingOthersInBetween(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                boolean isNext = right.heads().of(append.stream()).equals(append.follows());
                if (!isNext) return settleRight(append);
                pause();
                return settleRight(Altered.follows(right.heads().of(append.stream()), append));
            }
        };
    }

    /// Of two appends in one call, acknowledges the second and writes only the first.
    static Ledger losingTheSecond(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public CompletionStage<List<Outcome>> append(List<Append> appends) {
                if (appends.size() < 2) return super.append(appends);
                List<Append> kept = new ArrayList<>(appends);
                Append lost = kept.remove(1);
                List<Outcome> outcomes = new ArrayList<>(Trial.settled(super.append(kept)));
                outcomes.add(1, new Outcome.Appended(lost.position()));
                return CompletableFuture.completedStage(outcomes);
            }
        };
    }

    /// Writes all appends of a call or none.
    static Ledger failingTheNeighbours(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public CompletionStage<List<Outcome>> append(List<Append> appends) {
                for (Append append : appends) {
                    Outcome outcome = settleRight(Altered.says(List.of(), append));
                    if (!(outcome instanceof Outcome.Appended)) {
                        return CompletableFuture.completedStage(
                                appends.stream().map(_ -> outcome).toList());
                    }
                }
                return super.append(appends);
            }
        };
    }

    /// Lets the second of two quick calls overtake the first.
    static Ledger lettingCallsOvertake(Ledger right) {
        AtomicLong calls = new AtomicLong();
        return new OneByOneLedger(right) {
            @Override
            public CompletionStage<List<Outcome>> append(List<Append> appends) {
                if (calls.incrementAndGet() % 2 == 0) return super.append(appends);
                return CompletableFuture.supplyAsync(
                        () -> {
                            pause();
                            return Trial.settled(super.append(appends));
                        });
            }
        };
    }

    /// Answers whatever is not appended by an exception.
    static Ledger completingExceptionally(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public CompletionStage<List<Outcome>> append(List<Append> appends) {
                List<Outcome> outcomes = Trial.settled(super.append(appends));
                boolean isFine =
                        !outcomes.isEmpty()
                                && outcomes.stream().allMatch(Outcome.Appended.class::isInstance);
                return isFine
                        ? CompletableFuture.completedStage(outcomes)
                        : CompletableFuture.failedStage(new IllegalStateException("on purpose"));
            }
        };
    }

    /// Takes a repeat for a new entry.
    static Ledger doublingRepeats(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                Outcome outcome = settleRight(append);
                if (!(outcome instanceof Outcome.Conflict(List<Entry> missed))) return outcome;
                Position head = missed.getLast().position();
                boolean isOwn = missed.getFirst().position().id() == append.id();
                return isOwn ? settleRight(Altered.follows(head, append)) : outcome;
            }
        };
    }

    /// Names only the last entry that was missed.
    static Ledger namingOnlyTheLastMissed(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                Outcome outcome = settleRight(append);
                return outcome instanceof Outcome.Conflict(List<Entry> missed)
                        ? new Outcome.Conflict(List.of(missed.getLast()))
                        : outcome;
            }
        };
    }

    /// Writes a fact of its own for each check.
    static Ledger writingChecks(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                if (!append.isCheck()) return settleRight(append);
                Outcome outcome = settleRight(Altered.says(Samples.varied(), append));
                return outcome instanceof Outcome.Appended
                        ? new Outcome.Appended(append.position())
                        : outcome;
            }
        };
    }

    /// Accepts decisions however old they are.
    static Ledger neverLate(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                return settleRight(Altered.acceptUntil(Long.MAX_VALUE, append));
            }
        };
    }

    /// Looks at the time before it looks at the place.
    static Ledger lateBeforeAll(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                boolean isLate = now().toEpochMilli() >= append.acceptUntilMillis();
                return isLate ? new Outcome.Late() : settleRight(append);
            }
        };
    }

    /// Keeps ids as floating-point numbers.
    static Ledger roundingIds(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                return settleRight(Altered.id((long) (double) append.id(), append));
            }
        };
    }

    /// Has one stream for all.
    static Ledger mixingUpStreams(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            Outcome settle(Append append) {
                return settleRight(Altered.stream(StreamId.CATALOG, append));
            }

            @Override
            public List<Entry> read(StreamId stream, long after, int max) {
                return right.read(StreamId.CATALOG, after, max);
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
