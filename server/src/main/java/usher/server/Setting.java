package usher.server;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One method of [Settings], as operators know it.
record Setting(Method method) {

    /// The settings that have the names which documents give them.
    private static final Set<String> OF_DOCUMENTS =
            Set.of("max-event-seat-hold-time-in-s", "max-held-seats", "lock-expiration-time");

    /// Every setting, by the names of their variables.
    static List<Setting> all() {
        return Stream.of(Settings.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .map(Setting::new)
                .sorted((one, other) -> one.variable().compareTo(other.variable()))
                .toList();
    }

    /// Its name as a property, without the prefix.
    String name() {
        WithName given = method.getAnnotation(WithName.class);
        if (given != null) return given.value();
        return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /// Its name as an environment variable.
    String variable() {
        String name = name().replace('-', '_').toUpperCase(Locale.ROOT);
        return OF_DOCUMENTS.contains(name()) ? name : Settings.VARIABLE_PREFIX + name;
    }

    /// What it is if nobody sets it; empty if it is nothing then.
    Optional<String> standard() {
        return Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value);
    }

    /// What it must be, as the end of a sentence.
    String demand() {
        Range range = method.getAnnotation(Range.class);
        if (range != null)
            return "a whole number from %d to %d".formatted(range.min(), range.max());
        if (method.getReturnType() == boolean.class) return "true or false";
        return method.getReturnType().isEnum() ? oneOf(method.getReturnType()) : "something else";
    }

    /// Whether `value` is of its kind and in its range.
    boolean admits(String value) {
        Range range = method.getAnnotation(Range.class);
        if (range != null) return isWithin(range, value);
        if (method.getReturnType() == boolean.class) return value.matches("true|false");
        return !method.getReturnType().isEnum() || names(method.getReturnType()).contains(value);
    }

    private static boolean isWithin(Range range, String value) {
        try {
            int number = Integer.parseInt(value);
            return number >= range.min() && number <= range.max();
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static String oneOf(Class<?> choices) {
        return String.join(" or ", names(choices));
    }

    private static List<String> names(Class<?> choices) {
        @Nullable Object[] constants = choices.getEnumConstants();
        return Arrays.stream(constants)
                .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
                .toList();
    }
}
