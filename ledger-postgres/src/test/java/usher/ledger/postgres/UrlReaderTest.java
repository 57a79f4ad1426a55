package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usher.ledger.LedgerException;

/// What operators write in `USHER_LEDGER`, and what the driver is told.
final class UrlReaderTest {

    @TempDir Path folder;

    @Test
    void every_part_is_read() {
        PostgresUrl url =
                UrlReader.read("postgresql://ann:s3cret@db.example:6432/sales?schema=spring");
        assertEquals("jdbc:postgresql://db.example:6432/sales", url.jdbc());
        assertEquals("spring", url.schema());
        assertEquals("ann", property(url, "user"));
        assertEquals("s3cret", property(url, "password"));
    }

    @Test
    void what_is_left_out_is_usher_on_this_machine() {
        PostgresUrl url = UrlReader.read("postgresql://");
        assertEquals("jdbc:postgresql://localhost/usher", url.jdbc());
        assertEquals("usher", url.schema());
        assertEquals("usher", property(url, "user"));
        assertEquals(null, property(url, "password"));
    }

    @Test
    void several_hosts_may_be_named_and_the_one_that_takes_writes_is_used() {
        PostgresUrl url = UrlReader.read("postgres://ann@a:5433,b/sales");
        assertEquals("jdbc:postgresql://a:5433,b/sales", url.jdbc());
        assertEquals("primary", property(url, "targetServerType"));
    }

    @Test
    void percent_signs_stand_for_what_has_a_meaning_and_a_plus_for_itself() {
        PostgresUrl url = UrlReader.read("postgresql://a%3Ab:p%40s%2Fs+%25@host/my%20sales");
        assertEquals("a:b", property(url, "user"));
        assertEquals("p@s/s+%", property(url, "password"));
        assertEquals("jdbc:postgresql://host/my%20sales", url.jdbc());
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=verify-full, sslmode, verify-full",
        "sslrootcert=/etc/ca.pem, sslrootcert, /etc/ca.pem",
        "sslrootcert=system, sslfactory, org.postgresql.ssl.DefaultJavaSSLFactory",
        "sslcert=/etc/me.pem, sslcert, /etc/me.pem",
        "sslkey=/etc/me.pk8, sslkey, /etc/me.pk8",
        "channel_binding=require, channelBinding, require",
        "connect_timeout=3, connectTimeout, 3",
        "application_name=box%20office, ApplicationName, box office",
        "options=-c%20work_mem%3D8MB, options, -c work_mem=8MB",
        "target_session_attrs=any, targetServerType, any",
        "target_session_attrs=read-write, targetServerType, primary",
        "user=bob, user, bob",
        "password=p%26q, password, p&q",
    })
    void parameters_have_the_names_of_libpq(String parameter, String property, String value) {
        PostgresUrl url = UrlReader.read("postgresql://host/sales?" + parameter);
        assertEquals(value, property(url, property));
    }

    @Test
    void a_password_may_stand_in_a_file_of_its_own() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from a file\n");
        PostgresUrl url = UrlReader.read("postgresql://ann@host/sales?passwordfile=" + file);
        assertEquals("from a file", property(url, "password"));
    }

    @Test
    void a_password_file_that_is_not_there_is_named() {
        String why = refusal("postgresql://ann@host/sales?passwordfile=/nowhere/password");
        assertTrue(why.contains("/nowhere/password"), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql:host/sales",
                "postgresql://ann:s3cret@host:5432/sales/more",
                "postgresql://ann:s3cret@b@host/sales",
                "postgresql://ann:s3cret%@host/sales",
                "postgresql://ann:s3cret@host/sales?sslmod=require",
                "postgresql://ann:s3cret@host/sales?schema=Spring-Sale",
                "postgresql://ann:s3cret@host/sales?target_session_attrs=fastest",
            })
    void what_makes_no_sense_is_refused_without_telling_the_password(String url) {
        String why = refusal(url);
        assertTrue(why.startsWith("USHER_LEDGER "), why);
        assertFalse(why.contains("s3cret"), why);
    }

    @Test
    void nobody_reads_the_password_in_a_log() {
        String shown = UrlReader.read("postgresql://ann:s3cret@host/sales").toString();
        assertEquals("postgresql://ann@host/sales", shown);
    }

    private static @Nullable String property(PostgresUrl url, String name) {
        return url.properties().getProperty(name);
    }

    private static String refusal(String url) {
        return String.valueOf(
                assertThrows(LedgerException.class, () -> UrlReader.read(url)).getMessage());
    }
}
