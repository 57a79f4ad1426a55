package usher.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Arrays of one kind of value.
final class JsonLists {

    private JsonLists() {}

    static void write(List<String> texts, JsonBytes out) {
        out.beginArray();
        for (String text : texts) out.value(text);
        out.endArray();
    }

    static List<String> texts(JsonReader json) {
        List<String> texts = new ArrayList<>();
        for (boolean more = json.beginArray(); more; more = json.nextElement()) {
            texts.add(json.stringValue());
        }
        return texts;
    }

    static int[] numbers(JsonReader json) {
        int[] numbers = new int[16];
        int size = 0;
        for (boolean more = json.beginArray(); more; more = json.nextElement()) {
            if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
            numbers[size++] = json.intValue();
        }
        return Arrays.copyOf(numbers, size);
    }
}
