package usher.server;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import usher.server.limits.ClientAddresses;

/// Whether Usher is set up in a way that it can work with; said before anything is begun.
final class SettingsCheck {

    /// Variables for the script, and the full names of those that documents give shorter ones.
    private static final Set<String> KNOWN_BESIDES =
            Set.of(
                    "USHER_JAVA_OPTS",
                    "USHER_JDKS",
                    "USHER_MAX_EVENT_SEAT_HOLD_TIME_IN_S",
                    "USHER_MAX_HELD_SEATS",
                    "USHER_LOCK_EXPIRATION_TIME");

    private static final List<String> PREFIXES_OF_OTHERS = List.of("USHER_TEST_", "USHER_BENCH_");

    private SettingsCheck() {}

    /// @param value what a setting, by its name as a property, is set to; null if to nothing
    /// @throws WrongSetting saying which value is wrong, and what it must be
    static void values(Function<String, @Nullable String> value) {
        for (Setting setting : Setting.all()) {
            String set = value.apply(Settings.PREFIX + "." + setting.name());
            if (set != null && !set.isEmpty() && !setting.admits(set)) {
                throw new WrongSetting(
                        "%s must be %s, not %s"
                                .formatted(setting.variable(), setting.demand(), set));
            }
        }
    }

    /// @throws WrongSetting if a variable looks like a setting and is none
    static void variables(Map<String, String> environment) {
        Set<String> known =
                Setting.all().stream().map(Setting::variable).collect(Collectors.toSet());
        for (String variable : environment.keySet()) {
            boolean isOurs = variable.startsWith(Settings.VARIABLE_PREFIX);
            if (isOurs && !known.contains(variable) && !isOfOthers(variable)) {
                throw new WrongSetting(
                        "%s is no setting; ./usher help settings lists them".formatted(variable));
            }
        }
    }

    /// @param ledger the URL of the ledger
    /// @param isAuthSet whether somebody set how callers are recognized
    /// @throws WrongSetting if nobody decided that whoever reaches this node may be anybody
    static void trust(String ledger, boolean isAuthSet) {
        if (Ledgers.isPublic(ledger) && !isAuthSet) {
            throw new WrongSetting(
                    "USHER_AUTH must be set when USHER_LEDGER is not embedded; dev believes"
                            + " everybody who they say they are");
        }
    }

    /// @param ledger the URL of the ledger
    /// @param secretFile what names the file of the secrets; null or empty: nothing does
    /// @throws WrongSetting if the nodes of a shared ledger would each sign with a secret of their
    /// own
    static void secret(String ledger, @Nullable String secretFile) {
        if (Ledgers.isPublic(ledger) && (secretFile == null || secretFile.isEmpty())) {
            throw SecretFile.missing();
        }
    }

    /// @param proxies the networks of proxies; null or empty: there are none
    /// @throws WrongSetting if they are no networks
    static void proxies(@Nullable String proxies) {
        try {
            if (proxies != null && !proxies.isEmpty()) ClientAddresses.networks(proxies);
        } catch (IllegalArgumentException noNetworks) {
            throw new WrongSetting(
                    "USHER_TRUSTED_PROXIES must be addresses or networks with commas between them,"
                            + " such as 10.0.0.0/8,::1, not "
                            + proxies);
        }
    }

    private static boolean isOfOthers(String variable) {
        return KNOWN_BESIDES.contains(variable)
                || PREFIXES_OF_OTHERS.stream().anyMatch(variable::startsWith);
    }
}
