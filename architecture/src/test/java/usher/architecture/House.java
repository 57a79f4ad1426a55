package usher.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The modules as they were built, and the arrows that the design draws between them.
final class House {
    /// Every class of Usher that somebody wrote and that is not a test.
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/jmh_generated/"))
                    .importPackages("usher");

    /// Where the sources are: the folder above this module's.
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /// What each module may see, besides itself.
    static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry("domain", Set.of()),
                    Map.entry("ledger", Set.of("domain")),
                    Map.entry("ledger-conformance", Set.of("domain", "ledger")),
                    Map.entry("ledger-sqlite", Set.of("domain", "ledger")),
                    Map.entry("ledger-postgres", Set.of("domain", "ledger")),
                    Map.entry("ledger-redis", Set.of("domain", "ledger")),
                    Map.entry("test-servers", Set.of()),
                    Map.entry("engine", Set.of("domain", "ledger")),
                    Map.entry("simulation", Set.of("domain", "ledger", "engine")),
                    Map.entry(
                            "server",
                            Set.of(
                                    "domain",
                                    "ledger",
                                    "ledger-sqlite",
                                    "ledger-postgres",
                                    "ledger-redis",
                                    "engine")),
                    Map.entry(
                            "bench",
                            Set.of(
                                    "domain",
                                    "ledger",
                                    "ledger-sqlite",
                                    "ledger-postgres",
                                    "ledger-redis",
                                    "test-servers",
                                    "engine")));

    /// A class file is in `domain/target/classes` or in `usher-domain-<version>.jar`.
    private static final Pattern ORIGIN =
            Pattern.compile("/(?:usher-)?([a-z-]+)(?:-\\d[^/]*\\.jar!?|/target/classes)/");

    private House() {}

    /// The module that `type` was compiled in, or "" if it is not Usher's.
    static String moduleOf(JavaClass type) {
        if (type.getSource().isEmpty()) return "";
        Matcher origin = ORIGIN.matcher(type.getSource().get().getUri().toString());
        return origin.find() ? origin.group(1) : "";
    }

    static DescribedPredicate<JavaClass> inModule(String module) {
        return DescribedPredicate.describe("in " + module, type -> moduleOf(type).equals(module));
    }

    static DescribedPredicate<JavaClass> inModuleForbiddenTo(String module) {
        Set<String> forbidden = new TreeSet<>(ARROWS.keySet());
        forbidden.removeAll(ARROWS.get(module));
        forbidden.remove(module);
        return DescribedPredicate.describe(
                "in " + String.join(", ", forbidden), type -> forbidden.contains(moduleOf(type)));
    }

    /// The package that a module owns: `usher.ledger.sqlite` for `ledger-sqlite`.
    static String packageOf(String module) {
        return "usher." + module.replace('-', '.');
    }

    static List<String> modules() {
        return ARROWS.keySet().stream().sorted().toList();
    }
}
