package usher.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    port              | 0     | USHER_PORT | a whole number from 1 to 65535
                    port              | 65536 | USHER_PORT | a whole number from 1 to 65535
                    port              | abc   | USHER_PORT | a whole number from 1 to 65535
                    hold-seconds      | 0     | USHER_HOLD_SECONDS | a whole number from 1 to 3600
                    hold-seconds      | 1.5   | USHER_HOLD_SECONDS | a whole number from 1 to 3600
                    refreshes-max     | -1    | USHER_REFRESHES_MAX | a whole number from 0 to 100
                    event-loops       | 0     | USHER_EVENT_LOOPS | a whole number from 1 to 64
                    auth              | jwt   | USHER_AUTH | dev
                    ledger-durability | none  | USHER_LEDGER_DURABILITY | full or relaxed
                    bench-floor       | yes   | USHER_BENCH_FLOOR | true or false
                    """)
    void a_value_that_cannot_be_is_refused_in_one_sentence(
            String name, String value, String variable, String demand) {
        assertEquals(
                "%s must be %s, not %s".formatted(variable, demand, value), refused(name, value));
    }

    @Test
    void the_settings_of_documents_are_called_by_their_names_there() {
        assertEquals(
                "LOCK_EXPIRATION_TIME must be a whole number from 1 to 3600, not 60000",
                refused("lock-expiration-time", "60000"));
        assertEquals(
                "MAX_EVENT_SEAT_HOLD_TIME_IN_S must be a whole number from 1 to 3600, not 0",
                refused("max-event-seat-hold-time-in-s", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.0/33", "10.0.0.0/8,", "10.0.0.0/8 ::1", "10.0.0.0/x"})
    void proxies_are_trusted_by_their_addresses_only(String wrong) {
        assertDoesNotThrow(() -> SettingsCheck.proxies("10.0.0.0/8, ::1,fd00::/8"));
        assertThrows(WrongSetting.class, () -> SettingsCheck.proxies(wrong));
    }

    @Test
    void a_shared_ledger_wants_somebody_to_say_how_callers_are_recognized() {
        String shared = "postgresql://localhost/usher";
        assertThrows(WrongSetting.class, () -> SettingsCheck.trust(shared, false));
        assertDoesNotThrow(() -> SettingsCheck.trust(shared, true));
        assertDoesNotThrow(() -> SettingsCheck.trust("sqlite:data/usher.db", false));
    }

    @Test
    void the_nodes_of_a_shared_ledger_need_one_secret() {
        String shared = "postgresql://usher@db/usher";
        assertThrows(WrongSetting.class, () -> SettingsCheck.secret(shared, null));
        assertThrows(WrongSetting.class, () -> SettingsCheck.secret(shared, ""));
        assertDoesNotThrow(() -> SettingsCheck.secret(shared, "secrets"));
        assertDoesNotThrow(() -> SettingsCheck.secret("sqlite:data/usher.db", null));
    }

    @Test
    void what_is_not_set_is_not_wrong() {
        assertDoesNotThrow(() -> SettingsCheck.values(_ -> null));
        assertDoesNotThrow(() -> SettingsCheck.values(_ -> ""));
    }

    @Test
    void every_default_is_one_that_may_be_set() {
        for (Setting setting : Setting.all()) {
            setting.standard().ifPresent(value -> assertEquals(true, setting.admits(value), value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"USHER_HOLD_SECOND", "USHER_", "USHER_PORTS", "USHER_hold_seconds"})
    void a_variable_that_looks_like_a_setting_and_is_none_is_refused(String variable) {
        WrongSetting wrong =
                assertThrows(
                        WrongSetting.class,
                        () -> SettingsCheck.variables(Map.of(variable, "1", "PATH", "/bin")));
        assertEquals(
                variable + " is no setting; ./usher help settings lists them", wrong.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USHER_PORT",
                "USHER_HELD_SEATS_PER_USER",
                "MAX_EVENT_SEAT_HOLD_TIME_IN_S",
                "USHER_MAX_EVENT_SEAT_HOLD_TIME_IN_S",
                "MAX_HELD_SEATS",
                "LOCK_EXPIRATION_TIME",
                "USHER_JAVA_OPTS",
                "USHER_TEST_POSTGRES",
                "USHERS"
            })
    void other_variables_are_nobodys_business(String variable) {
        assertDoesNotThrow(() -> SettingsCheck.variables(Map.of(variable, "1")));
    }

    private static String refused(String name, String value) {
        WrongSetting wrong =
                assertThrows(
                        WrongSetting.class,
                        () ->
                                SettingsCheck.values(
                                        asked -> asked.equals("usher." + name) ? value : null));
        return String.valueOf(wrong.getMessage());
    }
}
