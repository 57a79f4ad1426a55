package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where messages may go.
final class TargetsTest {

    private final Targets toTheInternet = new Targets(Targets.Rule.PUBLIC);
    private final Targets anywhere = new Targets(Targets.Rule.ANY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/hook",
                "https://example.org:8443/hook?key=1",
                "https://192.0.43.8",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"
            })
    void a_url_of_https_names_an_endpoint(String url) {
        assertNull(toTheInternet.wrong(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org",
                "file:///etc/passwd",
                "https:///hook",
                "https://",
                "https://user:password@example.org",
                "https://example.org/#part",
                "https://example.org:0",
                "https://example.org:65536",
                "https://exa mple.org",
                "text 5"
            })
    void what_is_no_such_url_is_refused_anywhere(String url) {
        assertNotNull(anywhere.wrong(url));
        assertNotNull(toTheInternet.wrong(url));
    }

    @Test
    void plain_http_is_for_those_who_allow_it() {
        assertNull(anywhere.wrong("http://localhost:8080/hook"));
        assertEquals(
                "must begin with https://, unless USHER_WEBHOOK_TARGETS=any",
                toTheInternet.wrong("http://example.org/hook"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "ff02::1"
            })
    void nobody_is_reached_behind_the_gate(String address) throws UnknownHostException {
        assertThrows(UnknownHostException.class, () -> toTheInternet.address(address));
        assertNotNull(anywhere.address(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:800::200e"
            })
    void strangers_are_reached(String address) throws UnknownHostException {
        assertEquals(InetAddress.ofLiteral(address), toTheInternet.address(address));
    }

    @Test
    void a_name_that_means_this_machine_is_refused_when_it_is_looked_up() {
        UnknownHostException refused =
                assertThrows(UnknownHostException.class, () -> toTheInternet.address("localhost"));
        assertTrue(String.valueOf(refused.getMessage()).contains("USHER_WEBHOOK_TARGETS=any"));
        assertFalse(String.valueOf(refused.getMessage()).isEmpty());
    }
}
