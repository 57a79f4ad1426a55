package usher.server;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `./usher verify` is asked to do.
///
/// @param ledger the URL of the ledger
/// @param repair whether to make it usable again first
record VerifyOptions(String ledger, boolean repair) {

    /// Reads the command line; empty if it cannot be understood.
    static Optional<VerifyOptions> read(String[] args, Map<String, String> environment) {
        @Nullable String ledger = environment.get("USHER_LEDGER");
        boolean repair = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--repair" -> repair = true;
                case "--ledger" -> {
                    if (++i == args.length) return Optional.empty();
                    ledger = args[i];
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(
                new VerifyOptions(ledger == null ? standard(environment) : ledger, repair));
    }

    private static String standard(Map<String, String> environment) {
        return "sqlite:" + environment.getOrDefault("USHER_DATA", "data") + "/usher.db";
    }
}
