package usher.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What `./usher help settings` tells is what the server takes.
class SettingsGuideTest {
    @Test
    void every_setting_stands_in_the_guide_with_its_default() throws IOException {
        String guide = Files.readString(House.ROOT.resolve("docs/settings.md"));
        Map<String, String> defaults = defaults();
        assertFalse(defaults.isEmpty(), "the server has no settings");

        List<String> missing = new ArrayList<>();
        defaults.forEach(
                (variable, value) -> {
                    String shown = value.isEmpty() ? "" : "`" + value + "` ";
                    String row = "| `" + variable + "` | " + shown + "|";
                    if (!guide.contains(row)) missing.add(row);
                });
        assertEquals(List.of(), missing);
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (JavaMethod setting : House.CLASSES.get("usher.server.Settings").getMethods()) {
            defaults.put(variable(setting), annotated(setting, "WithDefault"));
        }
        Map<String, String> expanded = new TreeMap<>();
        defaults.forEach((variable, value) -> expanded.put(variable, expand(value, defaults)));
        return expanded;
    }

    /// `holdSeconds` is set by `USHER_HOLD_SECONDS`, unless it was given another name.
    private static String variable(JavaMethod setting) {
        String name = annotated(setting, "WithName");
        if (name.isEmpty()) name = setting.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return "USHER_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String annotated(JavaMethod setting, String annotation) {
        return setting.tryGetAnnotationOfType("io.smallrye.config." + annotation)
                .flatMap(found -> found.get("value"))
                .map(Object::toString)
                .orElse("");
    }

    /// Puts the default of `USHER_DATA` for `${usher.data}`.
    private static String expand(String value, Map<String, String> defaults) {
        String expanded = value;
        for (Map.Entry<String, String> other : defaults.entrySet()) {
            String property = other.getKey().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
            expanded = expanded.replace("${" + property.replace('_', '-') + "}", other.getValue());
        }
        return expanded;
    }
}
