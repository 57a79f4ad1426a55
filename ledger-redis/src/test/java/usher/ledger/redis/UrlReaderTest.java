package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;
import usher.ledger.LedgerException;

/// What stands in the URL of a ledger.
final class UrlReaderTest {

    @TempDir Path folder;

    @Test
    void what_is_left_out_is_as_it_usually_is() {
        RedisUrl url = read("redis://");
        assertEquals(List.of(new HostAndPort("localhost", 6379)), url.hosts());
        assertEquals("usher", url.prefix());
        assertEquals(0, url.replicas());
        assertEquals(0, url.config().getDatabase());
        assertEquals("usher", url.config().getClientName());
        assertNull(url.config().getUser());
        assertNull(url.config().getPassword());
        assertFalse(url.config().isSsl());
        assertEquals("redis://localhost:6379/0", url.toString());
    }

    @Test
    void everything_may_be_said() {
        RedisUrl url =
                read("redis://ann:p%40ss%3A+@one:7001,two,[::1]:7003/5?prefix=sale.1&replicas=2");
        assertEquals(
                List.of(
                        new HostAndPort("one", 7001),
                        new HostAndPort("two", 6379),
                        new HostAndPort("::1", 7003)),
                url.hosts());
        assertEquals("ann", url.config().getUser());
        assertEquals("p@ss:+", url.config().getPassword());
        assertEquals(5, url.config().getDatabase());
        assertEquals("sale.1", url.prefix());
        assertEquals(2, url.replicas());
    }

    @Test
    void a_password_may_stand_without_a_user_or_in_a_file() throws IOException {
        assertEquals("secret", read("redis://:secret@host").config().getPassword());
        Path file = Files.writeString(folder.resolve("password"), "from a file\n");
        RedisUrl url = read("redis://ann@host?passwordfile=" + file);
        assertEquals("from a file", url.config().getPassword());
        assertEquals("ann", url.config().getUser());
    }

    @Test
    void over_tls_the_name_of_the_server_matters() {
        RedisUrl url = read("rediss://host");
        assertTrue(url.config().isSsl());
        assertNotNull(url.config().getSslSocketFactory());
        assertEquals("HTTPS", url.config().getSslParameters().getEndpointIdentificationAlgorithm());
        assertEquals("rediss://host:6379/0", url.toString());
    }

    @Test
    void a_password_is_not_shown() {
        assertFalse(read("redis://ann:secret@host").toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis:host",
                "redis://host/zero",
                "redis://ann:secret@host/0?color=red",
                "redis://ann:secret@host?replicas=many",
                "redis://ann:secret@host?prefix={tag}",
                "redis://ann:secret@host?prefix=",
                "redis://ann:secret@one:port",
                "redis://ann:secret%4@host",
                "redis://ann:secret@host?passwordfile=nowhere",
                "redis://ann:secret@host?sslrootcert=here.pem",
                "rediss://ann:secret@host?sslrootcert=nowhere.pem",
                "rediss://ann:secret@host?sslcert=only-one-of-both.pem"
            })
    void what_is_wrong_is_said_without_the_password(String url) {
        String said = assertThrows(LedgerException.class, () -> read(url)).getMessage();
        assertTrue(said.contains("USHER_LEDGER") || said.contains("rediss://"), said);
        assertFalse(said.contains("secret"), said);
    }

    @Test
    void a_key_that_is_none_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file.pem"), "neither key nor certificate");
        String url = "rediss://host?sslcert=%s&sslkey=%s".formatted(file, file);
        assertThrows(LedgerException.class, () -> read(url));
    }

    private static RedisUrl read(String url) {
        return UrlReader.read(url, "USHER_LEDGER");
    }
}
