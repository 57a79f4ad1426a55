package usher.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The constants of an enum by the words that stand for them in JSON, found without a `String`.
///
/// @param <E> the enum
final class Words<E extends Enum<E>> {

    private final List<E> constants;
    private final byte[][] words;
    /// 1 + the index of a word, at the first place from that of its hash on that was free.
    private final byte[] slots;
    private final int mask;

    private Words(E[] constants, Function<E, String> word) {
        this.constants = List.of(constants);
        words = new byte[constants.length][];
        slots = new byte[Integer.highestOneBit(constants.length) * 8];
        mask = slots.length - 1;
        for (int i = 0; i < constants.length; i++) {
            words[i] = word.apply(constants[i]).getBytes(StandardCharsets.US_ASCII);
            int slot = slot(words[i], 0, words[i].length);
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            slots[slot] = (byte) (i + 1);
        }
    }

    static <E extends Enum<E>> Words<E> of(E[] constants, Function<E, String> word) {
        return new Words<>(constants, word);
    }

    /// The constant whose word stands between `from` and `to`; null if there is none.
    @Nullable E find(byte[] json, int from, int to) {
        if (from == to) return null;
        for (int slot = slot(json, from, to); slots[slot] != 0; slot = (slot + 1) & mask) {
            int index = slots[slot] - 1;
            byte[] word = words[index];
            if (equals(word, json, from, to)) return constants.get(index);
        }
        return null;
    }

    /// The constant whose word is `text`; null if there is none.
    @Nullable E find(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    /// The constant whose word is `text`, the value of `field`; null if the field was not there.
    ///
    /// @throws LedgerException if there is none
    E require(Field field, @Nullable String text) {
        E found = find(FieldsSeen.require(field, text));
        if (found != null) return found;
        throw new LedgerException("\"" + field + "\" must be one of " + all());
    }

    /// All words, to tell what would have been right.
    List<String> all() {
        List<String> all = new ArrayList<>();
        for (byte[] word : words) all.add(new String(word, StandardCharsets.US_ASCII));
        return all;
    }

    /// A plain loop: words are too short for the vectors of `Arrays.equals`.
    private static boolean equals(byte[] word, byte[] json, int from, int to) {
        if (word.length != to - from) return false;
        for (int i = 0; i < word.length; i++) {
            if (word[i] != json[from + i]) return false;
        }
        return true;
    }

    private int slot(byte[] json, int from, int to) {
        return (json[from] * 31 + json[to - 1] * 7 + (to - from)) & mask;
    }
}
