package usher.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import usher.domain.CorruptHistory;
import usher.domain.Fact;

/// Facts as JSON that people can read, and back.
///
/// ```
/// [{"fact":"SeatsHeld","at":1795212345678,"by":"0197…","request":"k3-1a","seats":[17],
///   "until":1795212405678}]
/// ```
///
/// Times are milliseconds since 1970, those of an event's definition RFC 3339. `by` is absent if
/// the system did it, `user` if it is the same as `by`. Three and more neighbours among the seats
/// are written as `[from,to]`. Readers take fields in any order and ignore those that they do not
/// know; what is missing or of a wrong type is a [LedgerException] that names it.
///
/// Why this is written by hand, and how fast it is: `docs/decisions/0009-json-by-hand.md`.
public final class FactCodec {

    private FactCodec() {}

    /// Adds `facts` to `out`, as one array.
    public static void write(List<Fact> facts, JsonBytes out) {
        out.beginArray();
        for (int i = 0; i < facts.size(); i++) FactWriter.write(facts.get(i), out);
        out.endArray();
    }

    /// What the kinds of facts that happen are called. Those that stand only in snapshots are none
    /// of them.
    public static List<String> names() {
        return Arrays.stream(FactName.values())
                .map(FactName::toString)
                .filter(name -> !name.endsWith("Restated"))
                .toList();
    }

    /// The facts that stand in `json` from byte `from` up to, not including, byte `to`.
    ///
    /// @throws LedgerException if that is not what [#write] or a later release wrote
    public static List<Fact> read(byte[] json, int from, int to) {
        JsonReader reader = new JsonReader(json, from, to);
        List<Fact> facts = new ArrayList<>(1);
        for (boolean more = reader.beginArray(); more; more = reader.nextElement()) {
            facts.add(read(reader, facts.size() + 1));
        }
        reader.end();
        return facts;
    }

    private static Fact read(JsonReader reader, int number) {
        try {
            return FactDraft.read(reader);
        } catch (LedgerException | IllegalArgumentException | CorruptHistory e) {
            throw new LedgerException("fact " + number + " of the entry: " + e.getMessage(), e);
        }
    }
}
