package usher.bench.load;

import java.util.LinkedHashMap;
import java.util.Map;

/// A line of `name=value` words, none of which holds a blank: how the bench and its generator talk.
public final class Words {

    private final String line;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Words(String line) {
        this.line = line;
    }

    public static Words of(String line) {
        Words words = new Words(line);
        for (String word : line.strip().split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) words.values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return words;
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) throw new IllegalArgumentException("no " + name + "= in: " + line);
        return value;
    }

    public long number(String name) {
        return Long.parseLong(text(name));
    }

    int integer(String name) {
        return Integer.parseInt(text(name));
    }
}
