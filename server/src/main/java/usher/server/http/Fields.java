package usher.server.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON object of a request's body, read field by field: collects everything that is wrong
/// with it and says so at once.
///
/// A field that was not read is unknown, and refused by name in [#done]. Null counts as missing.
public final class Fields {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int ERRORS_MAX = 100;
    private static final int ECHOED_NAME_LENGTH_MAX = 100;

    private final JsonNode object;
    private final String path;
    private final List<Problem.FieldError> errors;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode object, String path, List<Problem.FieldError> errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    /// The object that `body` is.
    ///
    /// @throws Problem if it is no JSON, or no object
    public static Fields of(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw malformed("The body is no JSON" + where(e.getLocation()));
        } catch (IOException e) {
            throw malformed("The body cannot be read.");
        }
        if (node == null || !node.isObject()) throw malformed("The body must be a JSON object.");
        return new Fields(node, "", new ArrayList<>());
    }

    /// Refuses fields that nobody asked for, and everything else that was wrong.
    ///
    /// @throws Problem naming each field
    public void done() {
        refuseUnknown();
        doneIgnoringUnknown();
    }

    /// Refuses what was wrong; fields that nobody asked for are ignored.
    ///
    /// @throws Problem naming each field
    public void doneIgnoringUnknown() {
        if (!errors.isEmpty()) throw Problem.fields(errors);
    }

    /// A text of 1 to `lengthMax` characters that must be there; empty if it is wrong.
    public String text(String field, int lengthMax) {
        String text = optionalText(field, lengthMax);
        if (text == null && !has(field)) wrong(field, "is missing");
        if (text != null && text.isBlank()) wrong(field, "must not be blank");
        return text == null ? "" : text;
    }

    /// A text of up to `lengthMax` characters, or null.
    public @Nullable String optionalText(String field, int lengthMax) {
        JsonNode value = get(field);
        if (value == null) return null;
        if (!value.isTextual()) {
            wrong(field, "must be a string");
        } else if (value.textValue().length() > lengthMax) {
            wrong(field, "must have at most %d characters".formatted(lengthMax));
        } else if (!isStorable(value.textValue())) {
            wrong(field, "must not have a character U+0000 or half of a character in it");
        }
        return value.textValue();
    }

    /// Whether every store and every client can take `text`: PostgreSQL, for one, has no U+0000 in
    /// its texts, and UTF-8 no surrogate without its other half.
    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /// A whole number from `min` to `max` that must be there; `min` if it is wrong.
    public int integer(String field, int min, int max) {
        if (get(field) == null) wrong(field, "is missing");
        return integer(field, min, max, min);
    }

    /// A whole number from `min` to `max`; `otherwise` if it is missing or wrong.
    public int integer(String field, int min, int max, int otherwise) {
        JsonNode value = get(field);
        if (value == null) return otherwise;
        if (!value.isIntegralNumber() || !value.canConvertToInt() || isOutside(value, min, max)) {
            wrong(field, "must be a whole number from %d to %d".formatted(min, max));
            return otherwise;
        }
        return value.intValue();
    }

    /// A whole number from `min` to `max` that must be there; `min` if it is wrong.
    public long integer(String field, long min, long max) {
        JsonNode value = get(field);
        if (value == null) {
            wrong(field, "is missing");
        } else if (value.isIntegralNumber() && value.canConvertToLong()) {
            if (value.longValue() >= min && value.longValue() <= max) return value.longValue();
        }
        if (value != null) wrong(field, "must be a whole number from %d to %d".formatted(min, max));
        return min;
    }

    /// The numbers of an array of 1 to `sizeMax` whole numbers from `min` to `max` that must be
    /// there; empty if it is wrong.
    public int[] integers(String field, int sizeMax, int min, int max) {
        JsonNode value = get(field);
        if (value == null || !value.isArray() || value.isEmpty() || value.size() > sizeMax) {
            wrong(field, "must be a list of 1 to %d whole numbers".formatted(sizeMax));
            return new int[0];
        }
        int[] numbers = new int[value.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode item = value.get(i);
            if (!item.isInt() || isOutside(item, min, max)) {
                String reason = "must be a whole number from %d to %d".formatted(min, max);
                wrong("%s[%d]".formatted(field, i), reason);
                return new int[0];
            }
            numbers[i] = item.intValue();
        }
        return numbers;
    }

    /// A UUID that must be there; the nil UUID if it is wrong.
    public UUID uuid(String field) {
        String text = text(field, Integer.MAX_VALUE);
        UUID id = text.isBlank() ? null : Ids.uuidOrNull(text);
        if (id == null && !text.isBlank()) wrong(field, "must be a UUID");
        return id == null ? new UUID(0, 0) : id;
    }

    /// Whether `field` is true; a field that is missing or wrong is not.
    public boolean flag(String field) {
        JsonNode value = get(field);
        if (value != null && !value.isBoolean()) wrong(field, "must be true or false");
        return value != null && value.booleanValue();
    }

    /// A moment in the years 0 to 9999 UTC, or null. More digits than milliseconds are cut off.
    public @Nullable Instant optionalTime(String field) {
        JsonNode value = get(field);
        if (value == null) return null;
        Instant time = timeOrNull(value);
        if (time == null) wrong(field, "must be a time of RFC 3339, such as 2026-11-20T19:30:00Z");
        return time;
    }

    private static @Nullable Instant timeOrNull(JsonNode value) {
        if (!value.isTextual()) return null;
        try {
            Instant time = OffsetDateTime.parse(value.textValue()).toInstant();
            boolean isWritable = !time.isBefore(YEAR_0) && time.isBefore(YEAR_10000);
            return isWritable ? time.truncatedTo(ChronoUnit.MILLIS) : null;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /// The texts of an array of 1 to `sizeMax` strings that must be there; empty if it is wrong.
    public List<String> texts(String field, int sizeMax) {
        JsonNode value = get(field);
        List<String> texts = new ArrayList<>();
        if (value == null || !value.isArray() || value.isEmpty() || value.size() > sizeMax) {
            wrong(field, "must be a list of 1 to %d strings".formatted(sizeMax));
            return texts;
        }
        for (JsonNode item : value) {
            if (item.isTextual() && isStorable(item.textValue())) {
                texts.add(item.textValue());
            } else {
                wrong("%s[%d]".formatted(field, texts.size()), "must be a string");
                return List.of();
            }
        }
        return texts;
    }

    /// The objects of an array of 1 to `sizeMax` that must be there; empty if it is wrong.
    public List<Fields> objects(String field, int sizeMax) {
        JsonNode value = get(field);
        List<Fields> objects = new ArrayList<>();
        if (value == null || !value.isArray() || value.isEmpty() || value.size() > sizeMax) {
            wrong(field, "must be a list of 1 to %d objects".formatted(sizeMax));
            return objects;
        }
        for (JsonNode item : value) {
            String each = "%s[%d]".formatted(field, objects.size());
            if (!item.isObject()) {
                wrong(each, "must be an object");
                return List.of();
            }
            objects.add(new Fields(item, path + each + ".", errors));
        }
        return objects;
    }

    /// The object in `field`, or null.
    public @Nullable Fields optionalObject(String field) {
        JsonNode value = get(field);
        if (value == null) return null;
        if (!value.isObject()) wrong(field, "must be an object");
        return new Fields(value, path + field + ".", errors);
    }

    /// Whether nothing is wrong so far, anywhere in the body.
    public boolean isFine() {
        return errors.isEmpty();
    }

    /// Says that `field` is wrong. What comes after the hundredth error is not told.
    public void wrong(String field, String reason) {
        if (errors.size() < ERRORS_MAX) errors.add(new Problem.FieldError(path + field, reason));
    }

    /// Refuses fields that nobody asked for.
    public void refuseUnknown() {
        refuseUnknown("is not known here");
    }

    /// The same, for this reason.
    void refuseUnknown(String reason) {
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) wrong(cut(name), reason);
                        });
    }

    private static String cut(String name) {
        boolean isShort = name.length() <= ECHOED_NAME_LENGTH_MAX;
        return isShort ? name : name.substring(0, ECHOED_NAME_LENGTH_MAX) + "…";
    }

    /// The names of all fields, which are known here, whatever they are.
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        known.addAll(names);
        return names;
    }

    /// Whether `field` is there, be it right or wrong, or null.
    public boolean names(String field) {
        known.add(field);
        return object.has(field);
    }

    /// Whether a text is in `field`.
    boolean isText(String field) {
        return has(field) && object.get(field).isTextual();
    }

    /// Whether `field` is there, be it right or wrong.
    public boolean has(String field) {
        known.add(field);
        return object.hasNonNull(field);
    }

    private @Nullable JsonNode get(String field) {
        known.add(field);
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private static boolean isOutside(JsonNode value, int min, int max) {
        return value.intValue() < min || value.intValue() > max;
    }

    private static String where(@Nullable JsonLocation at) {
        return at == null || at.getLineNr() < 1
                ? "."
                : ": look at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, detail);
    }
}
