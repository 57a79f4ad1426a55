package usher.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Modules see what the design's arrows point to, and nothing else.
class ArrowsTest {
    @Test
    void the_design_draws_every_module_that_the_build_has() throws IOException {
        String pom = Files.readString(House.ROOT.resolve("pom.xml"));
        List<String> built =
                pom.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("<module>"))
                        .map(line -> line.replaceAll("</?module>", ""))
                        .filter(module -> !module.equals("architecture"))
                        .sorted()
                        .toList();
        assertEquals(House.modules(), built);
    }

    /// `./usher start` builds without tests: what they would have made is not there.
    @ParameterizedTest
    @MethodSource("modules")
    void no_module_needs_what_another_builds_for_its_tests(String module) throws IOException {
        String pom = Files.readString(House.ROOT.resolve(module).resolve("pom.xml"));
        assertFalse(pom.contains("<type>test-jar</type>"), module + " needs a jar of tests");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void classes_of_every_module_were_seen(String module) {
        assertTrue(
                House.CLASSES.stream().anyMatch(House.inModule(module)),
                "no class of " + module + " is on the class path");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_sees_only_what_its_arrows_point_to(String module) {
        noClasses()
                .that(House.inModule(module))
                .should()
                .dependOnClassesThat(House.inModuleForbiddenTo(module))
                .check(House.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_keeps_to_its_own_package(String module) {
        classes()
                .that(House.inModule(module))
                .should()
                .resideInAPackage(House.packageOf(module) + "..")
                .check(House.CLASSES);
    }

    @Test
    void only_the_server_knows_a_container_or_a_web() {
        noClasses()
                .that()
                .resideOutsideOfPackage("usher.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "javax.inject..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..")
                .check(House.CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        List<String> unmarked =
                House.CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(p -> !p.tryGetPackageInfo().isPresent() || !isNullMarked(p))
                        .map(JavaPackage::getName)
                        .toList();
        assertEquals(List.of(), unmarked);
    }

    @Test
    void every_package_info_has_five_to_fifteen_lines() throws IOException {
        try (Stream<Path> files = Files.walk(House.ROOT)) {
            List<Path> wrong =
                    files.filter(file -> file.endsWith("package-info.java"))
                            .filter(file -> !hasFiveToFifteenLines(file))
                            .map(House.ROOT::relativize)
                            .toList();
            assertEquals(List.of(), wrong);
        }
    }

    static List<String> modules() {
        return House.modules();
    }

    private static boolean isNullMarked(JavaPackage p) {
        return p.getPackageInfo().isAnnotatedWith(NullMarked.class);
    }

    private static boolean hasFiveToFifteenLines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            long count = lines.count();
            return count >= 5 && count <= 15;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
