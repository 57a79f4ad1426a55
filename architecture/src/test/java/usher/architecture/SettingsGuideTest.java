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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `./usher help settings` tells is what the server takes.
class SettingsGuideTest {
    private static final String GUIDE = "docs/settings.md";

    @Test
    void every_setting_stands_in_the_guide_with_its_default_and_range() throws IOException {
        List<String> rows = Files.readAllLines(House.ROOT.resolve(GUIDE));
        Map<String, String> defaults = defaults();
        List<String> wrong = new ArrayList<>();
        for (JavaMethod setting : settings()) {
            String start = variable(setting) + "` | " + shown(setting, defaults) + "|";
            String range = range(setting);
            if (rows.stream().noneMatch(row -> isAbout(row, start) && row.contains(range))) {
                wrong.add(start + " … " + range);
            }
        }
        assertFalse(settings().isEmpty(), "the server has no settings");
        assertEquals(List.of(), wrong, "what " + GUIDE + " does not say");
    }

    /// A setting that a document of another system names has no prefix.
    private static boolean isAbout(String row, String start) {
        return row.startsWith("| `USHER_" + start) || row.startsWith("| `" + start);
    }

    private static Set<JavaMethod> settings() {
        return House.CLASSES.get("usher.server.Settings").getMethods();
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (JavaMethod setting : settings()) {
            defaults.put(variable(setting), annotated(setting, "WithDefault", "value"));
        }
        return defaults;
    }

    /// `holdSeconds` is set by `USHER_HOLD_SECONDS`, unless it was given another name.
    private static String variable(JavaMethod setting) {
        String name = annotated(setting, "WithName", "value");
        if (name.isEmpty()) name = setting.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String shown(JavaMethod setting, Map<String, String> defaults) {
        String standard = expand(annotated(setting, "WithDefault", "value"), defaults);
        return standard.isEmpty() ? "" : "`" + standard + "` ";
    }

    private static String range(JavaMethod setting) {
        String min = annotated(setting, "Range", "min");
        return min.isEmpty() ? "" : min + " to " + annotated(setting, "Range", "max");
    }

    private static String annotated(JavaMethod setting, String annotation, String member) {
        return setting.getAnnotations().stream()
                .filter(found -> found.getRawType().getSimpleName().equals(annotation))
                .flatMap(found -> found.get(member).stream())
                .map(Object::toString)
                .collect(Collectors.joining());
    }

    /// Puts the default of `USHER_DATA` for `${usher.data}`, also where another default has it.
    private static String expand(String value, Map<String, String> defaults) {
        String expanded = value;
        for (Map.Entry<String, String> other : defaults.entrySet()) {
            String property = other.getKey().toLowerCase(Locale.ROOT).replace('_', '-');
            expanded = expanded.replace("${usher." + property + "}", other.getValue());
        }
        return expanded.equals(value) ? value : expand(expanded, defaults);
    }
}
