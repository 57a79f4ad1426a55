package usher.domain.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What the rows of a section are called, the front row first. No two alike.
public sealed interface RowLabels {

    int LENGTH_MAX = 10;

    /// A, B, … Z, AA, AB and so on.
    static RowLabels letters() {
        return new From("A");
    }

    /// What the row is called that is the `row`th behind the front row.
    String label(int row);

    /// Counted on from `first`: capital letters (`A`, … `Z`, `AA`) or a number (`1`, `2`).
    ///
    /// @param first 1 to 3 capital letters, or a number from 1 to 99999
    record From(String first) implements RowLabels {

        private static final int LETTERS_IN_ALPHABET = 26;

        public From {
            if (!isFirst(first)) {
                throw new IllegalArgumentException(
                        "the first row must be 1 to 3 capital letters, or a number from 1 to"
                                + " 99999");
            }
        }

        /// Whether rows can be counted on from `label`.
        public static boolean isFirst(String label) {
            return label.matches("[A-Z]{1,3}|[1-9][0-9]{0,4}");
        }

        @Override
        public String label(int row) {
            return first.charAt(0) <= '9'
                    ? Integer.toString(Integer.parseInt(first) + row)
                    : letters(numberOfFirst() + row);
        }

        /// `A` is 1, `Z` is 26, `AA` is 27.
        private int numberOfFirst() {
            int number = 0;
            for (int i = 0; i < first.length(); i++) {
                number = number * LETTERS_IN_ALPHABET + first.charAt(i) - 'A' + 1;
            }
            return number;
        }

        private static String letters(int number) {
            StringBuilder letters = new StringBuilder();
            for (int rest = number; rest > 0; rest = (rest - 1) / LETTERS_IN_ALPHABET) {
                letters.append((char) ('A' + (rest - 1) % LETTERS_IN_ALPHABET));
            }
            return letters.reverse().toString();
        }
    }

    /// One by one.
    ///
    /// @param all 1 to 10 characters each
    record Listed(List<String> all) implements RowLabels {

        public Listed {
            all = List.copyOf(all);
            for (String label : all) {
                if (label.isBlank() || label.length() > LENGTH_MAX) {
                    throw new IllegalArgumentException("a row label must have 1 to 10 characters");
                }
            }
            if (new HashSet<>(all).size() != all.size()) {
                throw new IllegalArgumentException("no two rows may have the same label");
            }
        }

        @Override
        public String label(int row) {
            return all.get(row);
        }
    }

    /// The first `count` rows by their labels.
    default Map<String, Integer> rows(int count) {
        Map<String, Integer> rows = HashMap.newHashMap(count);
        for (int row = 0; row < count; row++) rows.put(label(row), row);
        return rows;
    }
}
