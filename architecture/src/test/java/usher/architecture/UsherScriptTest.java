package usher.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./usher` says and starts, on a machine made of a few small scripts.
class UsherScriptTest {
    private static final String SERVER_STARTS = "-jar server/target/quarkus-app/quarkus-run.jar";

    @TempDir Path folder;
    private ScriptedMachine machine;

    @BeforeEach
    void set_up() throws IOException {
        machine = new ScriptedMachine(folder);
    }

    @Test
    void without_a_command_it_tells_its_commands() throws Exception {
        ScriptedMachine.Said said = machine.usher();
        assertEquals(0, said.exit());
        List<String> commands =
                List.of("start", "test", "seed", "demo", "bench", "sim", "verify", "copy", "help");
        for (String command : commands) {
            assertTrue(said.out().contains("\n  " + command + " "), said.out());
        }
    }

    @Test
    void an_unknown_command_is_refused_with_help() throws Exception {
        ScriptedMachine.Said said = machine.usher("strat");
        assertEquals(2, said.exit());
        assertTrue(said.err().contains("there is no command \"strat\""), said.err());
        assertTrue(said.err().contains("usage: ./usher <command>"), said.err());
    }

    @Test
    void every_setting_is_told_with_its_default() throws Exception {
        Files.createDirectories(folder.resolve("house/docs"));
        Files.copy(
                House.ROOT.resolve("docs/settings.md"), folder.resolve("house/docs/settings.md"));
        ScriptedMachine.Said said = machine.usher("help", "settings");
        assertEquals(0, said.exit());
        assertTrue(said.out().contains("| `USHER_PORT` | `3000` |"), said.out());
    }

    @Test
    void a_missing_jdk_is_named_with_a_way_to_get_it() throws Exception {
        machine.jdk("old", "21.0.4");
        ScriptedMachine.Said said = machine.usher("start");
        assertEquals(1, said.exit());
        assertTrue(said.err().startsWith("usher: no JDK 25 or newer was found"), said.err());
        assertTrue(said.err().contains("install one"), said.err());
    }

    @Test
    void a_missing_maven_is_named_with_a_way_to_get_it() throws Exception {
        machine.jdk("new", "25.0.3");
        ScriptedMachine.Said said = machine.usher("start");
        assertEquals(1, said.exit());
        assertTrue(said.err().startsWith("usher: Maven is not installed: install"), said.err());
    }

    @Test
    void an_old_maven_is_refused_by_its_version() throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.6.3");
        ScriptedMachine.Said said = machine.usher("start");
        assertEquals(1, said.exit());
        assertTrue(said.err().startsWith("usher: Maven 3.6.3 is too old"), said.err());
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over_even_as_java_home() throws Exception {
        Path old = machine.jdk("a-old", "17.0.15");
        machine.jdk("b-new", "26");
        machine.maven("3.10.0");
        machine.set("JAVA_HOME", old.toString());
        ScriptedMachine.Said said = machine.usher("start");
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().startsWith("b-new: "), said.out());
    }

    @Test
    void it_builds_once_and_then_only_what_changed() throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.8.7");
        Path source = machine.source("domain/src/main/java/Seat.java");

        ScriptedMachine.Said first = machine.usher("start");
        assertTrue(first.err().contains("usher: building server"), first.err());
        assertTrue(first.out().strip().endsWith(SERVER_STARTS), first.out());
        assertEquals("", machine.usher("start").err());

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(machine.usher("start").err().contains("usher: building server"));
    }

    @Test
    void a_server_that_was_built_rehearses_once_and_starts_with_what_it_noted() throws Exception {
        machine.jdk("a", "25.0.3");
        machine.maven("3.8.7");
        machine.set("USHER_REDIS", "redis://nobody");
        String cached = " -XX:AOTCache=server/target/usher.aot -Xlog:aot=off ";
        assertTrue(machine.usher("start").out().contains(cached));
        Path log = machine.file("server/target/rehearsal.log");
        assertTrue(Files.readString(log).strip().endsWith("quarkus-run.jar rehearse"));

        Files.delete(log);
        assertTrue(machine.usher("start").out().contains(cached));
        assertTrue(Files.notExists(log));

        machine.set("JAVA_HOME", machine.jdk("b", "25.0.4").toString());
        assertTrue(machine.usher("start").out().startsWith("b: @server/java-options" + cached));
        assertTrue(Files.readString(log).startsWith("b: "));
    }

    @Test
    void a_rehearsal_that_goes_wrong_keeps_nobody_from_starting_and_is_not_repeated()
            throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.8.7");
        machine.set("REHEARSAL_FAILS", "yes");
        assertTrue(machine.usher("start").out().strip().endsWith(SERVER_STARTS));
        Files.delete(machine.file("server/target/rehearsal.log"));
        ScriptedMachine.Said again = machine.usher("start");
        assertEquals(0, again.exit());
        assertTrue(!again.out().contains("AOTCache"), again.out());
        assertTrue(Files.notExists(machine.file("server/target/rehearsal.log")));
    }

    @Test
    void a_deleted_source_is_a_change() throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.8.7");
        Path source = machine.source("domain/src/main/java/Seat.java");
        machine.usher("start");
        Files.delete(source);
        assertTrue(machine.usher("start").err().contains("usher: building server"));
    }

    @Test
    void a_failed_build_starts_nothing() throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.8.7");
        machine.set("MAVEN_FAILS", "yes");
        ScriptedMachine.Said said = machine.usher("start");
        assertEquals(1, said.exit());
        assertEquals("", said.out());
        assertTrue(said.err().contains("usher: the build failed"), said.err());
    }

    @Test
    void more_options_for_the_jvm_come_after_ours_and_before_the_program() throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.8.7");
        machine.set("USHER_JAVA_OPTS", "-Xmx1g  -Da=*");
        ScriptedMachine.Said said = machine.usher("verify", "--ledger", "sqlite:a b.db");
        assertTrue(said.out().startsWith("new: @server/java-options -Xmx1g -Da=* "), said.out());
        assertTrue(said.out().strip().endsWith("--ledger sqlite:a b.db"), said.out());
    }

    @Test
    void a_demo_builds_what_it_shows_and_passes_its_options_on() throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.8.7");
        machine.source("bench/target/classpath");
        ScriptedMachine.Said demo = machine.usher("demo", "--visitors", "9");
        assertTrue(demo.err().contains("usher: building server bench"), demo.err());
        assertTrue(demo.out().strip().endsWith("usher.bench.demo.Demo --visitors 9"), demo.out());
        ScriptedMachine.Said seed = machine.usher("seed", "--url", "http://x");
        assertTrue(seed.out().strip().endsWith("usher.bench.seed.Seed --url http://x"), seed.out());
    }

    @Test
    void a_bench_keeps_its_databases_on_the_disk_of_the_work_tree() throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.8.7");
        machine.source("bench/target/classpath");
        ScriptedMachine.Said said = machine.usher("bench", "S8");
        assertTrue(said.out().contains("/bench/target/tmp "), said.out());
        assertTrue(said.out().strip().endsWith("usher.bench.Bench S8"), said.out());
    }

    @Test
    void the_tests_end_with_one_line_of_sums_and_names_what_was_not_run() throws Exception {
        machine.jdk("new", "25.0.3");
        machine.maven("3.8.7");
        machine.set("MAVEN_FAILS", "yes");
        ScriptedMachine.Said said = machine.usher("test");
        assertEquals(1, said.exit());
        assertEquals(
                List.of(
                        "Usher domain: 75 % of lines covered",
                        "not run: usher.Sale.sells no PostgreSQL here",
                        "3 passed, 2 failed, 1 skipped"),
                said.out().lines().toList().reversed().subList(0, 3).reversed());
    }
}
