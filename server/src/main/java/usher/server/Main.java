package usher.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;
import usher.server.http.AddressCheck;

/// `./usher start`: serves until it is told to stop.
///
/// What keeps it from starting is said in one sentence, with exit code 1.
@QuarkusMain
public final class Main implements QuarkusApplication {

    private static final int CANNOT_START = 1;

    public static void main(String... args) {
        try {
            SettingsCheck.variables(System.getenv());
            SettingsCheck.values(Main::property);
            String ledger = String.valueOf(property("usher.ledger"));
            SettingsCheck.proxies(property("usher.trusted-proxies"));
            SettingsCheck.trust(ledger, isSet("usher.auth"));
            SettingsCheck.secret(ledger, property("usher.secret-file"));
        } catch (WrongSetting wrong) {
            System.exit(refuse(wrong));
        }
        System.setProperty(AddressCheck.INSTEAD_OF_QUARKUS, "true");
        Quarkus.run(Main.class, Main::ended, args);
    }

    @Override
    public int run(String... args) throws IOException, InterruptedException {
        if (List.of(args).equals(List.of(Rehearsal.WORD))) {
            Rehearsal.play(Integer.parseInt(String.valueOf(property("quarkus.http.port"))));
        } else {
            Quarkus.waitForExit();
        }
        return 0;
    }

    private static void ended(int code, @Nullable Throwable trouble) {
        System.exit(trouble == null ? code : refuse(trouble));
    }

    private static int refuse(Throwable trouble) {
        String address = property("usher.host") + ":" + property("usher.port");
        String sentence = StartTrouble.sentence(trouble, address);
        System.err.println("usher: " + (sentence == null ? stackTrace(trouble) : sentence));
        return CANNOT_START;
    }

    private static @Nullable String property(String name) {
        return ConfigProvider.getConfig().getConfigValue(name).getValue();
    }

    /// Whether a property has another value than its default, or the same on purpose: the sources
    /// of defaults have negative ordinals.
    private static boolean isSet(String name) {
        ConfigValue value = ConfigProvider.getConfig().getConfigValue(name);
        return value.getSourceOrdinal() > 0;
    }

    /// A mistake of ours: there is no sentence for it.
    private static String stackTrace(Throwable mistake) {
        StringWriter text = new StringWriter();
        mistake.printStackTrace(new PrintWriter(text, true));
        return "cannot start, for a reason that nobody thought of; please report this:\n" + text;
    }
}
