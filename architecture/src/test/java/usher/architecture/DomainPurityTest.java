package usher.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Equal histories give equal states: nothing in the domain asks the machine that it runs on.
class DomainPurityTest {
    private static final JavaClasses DOMAIN = House.CLASSES.that(House.inModule("domain"));

    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD =
            resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..")
                    .or(resideInAnyPackage("java.lang.foreign..", "java.util.logging.."))
                    .as("I/O");

    private static final DescribedPredicate<JavaClass> THREADS =
            resideInAPackage("java.util.concurrent..")
                    .or(assignableTo(Thread.class))
                    .or(assignableTo(ThreadLocal.class))
                    .or(assignableTo(java.util.Timer.class))
                    .as("threads");

    private static final DescribedPredicate<JavaClass> CHANCE =
            assignableTo(RandomGenerator.class).as("random numbers");

    private static final DescribedPredicate<JavaClass> CLOCKS =
            assignableTo(Clock.class).or(assignableTo(InstantSource.class)).as("clocks");

    private static final DescribedPredicate<JavaClass> MACHINE =
            assignableTo(Runtime.class).or(assignableTo(ProcessHandle.class)).as("the machine");

    @Test
    void the_domain_sees_java_and_itself() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "usher.domain..",
                                "java.lang..",
                                "java.math..",
                                "java.nio..",
                                "java.security..",
                                "java.text..",
                                "java.time..",
                                "java.util..",
                                "org.jspecify.."))
                .check(DOMAIN);
    }

    @Test
    void the_domain_has_no_io_threads_clocks_or_chance() {
        noClasses()
                .should()
                .dependOnClassesThat(OUTSIDE_WORLD.or(THREADS).or(CHANCE).or(CLOCKS).or(MACHINE))
                .check(DOMAIN);
    }

    @Test
    void the_domain_never_asks_for_the_time_an_id_or_the_environment() {
        noClasses()
                .should()
                .callMethodWhere(
                        called("java\\.time\\..*", "now")
                                .or(called("java\\.util\\.UUID", "randomUUID"))
                                .or(called("java\\.lang\\.Math", "random"))
                                .or(
                                        called(
                                                "java\\.lang\\.System",
                                                "currentTimeMillis|nanoTime|getenv|getProperty"
                                                        + "|identityHashCode|getProperties")))
                .check(DOMAIN);
    }

    @Test
    void no_stream_is_on_the_command_path() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.stream..")
                .check(DOMAIN);
    }

    @Test
    void the_rooms_of_the_domain_form_no_circle() {
        slices().matching("usher.domain.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(DOMAIN);
    }

    private static DescribedPredicate<JavaMethodCall> called(String owner, String method) {
        return DescribedPredicate.describe(
                owner + "." + method,
                call ->
                        call.getTargetOwner().getName().matches(owner)
                                && call.getTarget().getName().matches(method));
    }
}
