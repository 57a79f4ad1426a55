package usher.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What stands in `deploy` names settings, files and metrics that there are. Whether containers
/// start is not tried here.
class DeployTest {

    private static final Path DEPLOY = House.ROOT.resolve("deploy");
    private static final Pattern SETTING = Pattern.compile("\\b(USHER_[A-Z_]+)\\b");
    private static final Pattern MOUNT = Pattern.compile("\"(\\./[^:\"]+):/[^\"]*:ro\"");
    private static final Pattern METRIC = Pattern.compile("\\busher_([a-z_]+)");
    private static final Pattern NAME = Pattern.compile("\"usher\\.([a-z.]+)\"");

    /// A variable that the script and the image pass to the JVM.
    private static final String OPTIONS = "USHER_JAVA_OPTS";

    @Test
    void settings_are_those_of_the_guide() throws IOException {
        String guide = Files.readString(House.ROOT.resolve("docs/settings.md"));
        List<String> unknown = new ArrayList<>();
        for (Path file : files(DEPLOY)) {
            for (String name : found(SETTING, Files.readString(file))) {
                boolean isKnown = guide.contains("`" + name + "`") || name.equals(OPTIONS);
                if (!isKnown) unknown.add(file + ": " + name);
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void files_that_containers_see_are_there() throws IOException {
        Set<String> mounted =
                found(MOUNT, Files.readString(DEPLOY.resolve("compose.enhanced.yaml")));
        assertFalse(mounted.isEmpty());
        for (String file : mounted) assertTrue(Files.exists(DEPLOY.resolve(file)), file);
    }

    @Test
    void dashboards_show_metrics_that_there_are() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path source : files(House.ROOT.resolve("server/src/main/java"))) {
            for (String name : found(NAME, Files.readString(source))) {
                known.add(name.replace('.', '_'));
            }
        }
        String board = Files.readString(DEPLOY.resolve("grafana/dashboards/usher.json"));
        for (String metric : found(METRIC, board)) {
            String name = metric.replaceAll("_(?:total|(?:seconds_)?(?:sum|count|max))$", "");
            assertTrue(known.contains(name), metric + " is none of " + known);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().map(DeployTest::group).forEach(found::add);
        return found;
    }

    private static String group(MatchResult match) {
        return match.group(1);
    }
}
