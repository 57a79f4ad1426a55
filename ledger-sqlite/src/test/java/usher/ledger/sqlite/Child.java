package usher.ledger.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM, with this one's class path.
final class Child {

    private Child() {}

    /// Runs `main` with `arguments`; what it says comes by [#line].
    static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// The next line of its output, waited for; null at the end.
    static String line(Process child) throws IOException {
        return reader(child).readLine();
    }

    static BufferedReader reader(Process child) {
        return child.inputReader(StandardCharsets.UTF_8);
    }
}
