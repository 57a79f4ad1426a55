package usher.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;

/// How often each command had each outcome: random commands prove only what they reach.
final class Seen {

    private final TreeMap<String, Integer> counts = new TreeMap<>();

    void count(Command command, Decision decision) {
        String outcome =
                decision instanceof Decision.Refused refused
                        ? refused.refusal().name()
                        : decision.getClass().getSimpleName();
        counts.merge(command.getClass().getSimpleName() + " " + outcome, 1, Integer::sum);
    }

    /// Insists that each of `outcomes` of `command`, words in a row, was seen at least `times`
    /// times.
    void require(int times, Class<? extends Command> command, String outcomes) {
        for (String outcome : outcomes.strip().split(" ", -1)) {
            String name = command.getSimpleName() + " " + outcome;
            assertTrue(counts.getOrDefault(name, 0) >= times, () -> name + " in " + counts);
        }
    }
}
