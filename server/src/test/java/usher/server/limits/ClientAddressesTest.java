package usher.server.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientAddressesTest {

    private final ClientAddresses behindProxies =
            new ClientAddresses(ClientAddresses.networks("10.0.0.0/8, fd00::/8"));
    private final ClientAddresses alone = new ClientAddresses(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10.0.0.7 | 198.51.100.1                        | 198.51.100.1
                    fd00::7  | 198.51.100.1                        | 198.51.100.1
                    10.0.0.7 | 203.0.113.9, 198.51.100.1           | 198.51.100.1
                    10.0.0.7 | 203.0.113.9,198.51.100.1 , 10.9.9.9 | 198.51.100.1
                    10.0.0.7 | 10.1.1.1                            | 10.1.1.1
                    10.0.0.7 | 203.0.113.9, unknown                | 10.0.0.7
                    10.0.0.7 | 203.0.113.9, unknown, 10.9.9.9      | 10.9.9.9
                    10.0.0.7 | ''                                  | 10.0.0.7
                    192.0.2.4| 203.0.113.9                         | 192.0.2.4
                    """)
    void who_stands_before_the_last_trusted_proxy_is_the_client(
            String peer, String forwardedFor, String client) {
        assertEquals(client, behindProxies.networkOf(peer, List.of(forwardedFor)));
    }

    @Test
    void several_headers_are_one_list() {
        List<String> two = List.of("203.0.113.9", "198.51.100.1");
        assertEquals("198.51.100.1", behindProxies.networkOf("10.0.0.7", two));
        assertEquals("10.0.0.7", behindProxies.networkOf("10.0.0.7", List.of()));
    }

    @Test
    void nobody_is_believed_who_is_not_trusted() {
        assertEquals("10.0.0.7", alone.networkOf("10.0.0.7", List.of("198.51.100.1")));
    }

    @Test
    void a_household_has_one_network_of_the_newer_kind() {
        String one = alone.networkOf("2001:db8:1:2::3", List.of());
        assertEquals(one, alone.networkOf("2001:db8:1:2:ffff::", List.of()));
        assertNotEquals(one, alone.networkOf("2001:db8:1:3::3", List.of()));
    }
}
