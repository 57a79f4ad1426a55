package usher.server.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the URL of a broker says, and what is wrong with one.
final class BrokerUrlTest {

    @TempDir Path folder;

    @Test
    void a_whole_url_is_taken_apart() {
        Broker broker = BrokerUrl.read("amqp://ush%40er:p%2Fw%25+d@mq.example:5673/ti%2Fckets");
        assertEquals(List.of(new Address("mq.example", 5673)), broker.hosts());
        assertEquals("ush@er", broker.user());
        assertEquals("p/w%+d", broker.password());
        assertEquals("ti/ckets", broker.virtualHost());
        assertFalse(broker.isTls());
        assertNull(broker.authorities());
    }

    @ParameterizedTest
    @CsvSource({
        "amqp://, localhost, 5672, guest, /",
        "amqp://mq, mq, 5672, guest, /",
        "amqps://mq, mq, 5671, guest, /",
        "amqp://mq/, mq, 5672, guest, /",
        "amqp://usher@mq/v, mq, 5672, usher, v",
        "amqp://[::1]:1/v, [::1], 1, guest, v",
    })
    void what_is_left_out_is_as_rabbitmq_has_it(
            String url, String host, int port, String user, String virtualHost) {
        Broker broker = BrokerUrl.read(url);
        assertEquals(List.of(new Address(host, port)), broker.hosts());
        assertEquals(user, broker.user());
        assertEquals("guest", broker.password());
        assertEquals(virtualHost, broker.virtualHost());
    }

    @Test
    void several_servers_of_a_cluster_may_be_named() {
        assertEquals(
                List.of(new Address("a", 5671), new Address("b", 7)),
                BrokerUrl.read("amqps://a,b:7").hosts());
    }

    @Test
    void the_password_may_come_from_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "se@cret\n");
        assertEquals("se@cret", BrokerUrl.read("amqp://u@mq?passwordfile=" + file).password());
    }

    @Test
    void who_vouches_for_the_broker_may_be_named() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), "…");
        assertEquals(file, BrokerUrl.read("amqps://mq/v?cacertfile=" + file).authorities());
    }

    @Test
    void the_password_is_never_shown() {
        String shown = BrokerUrl.read("amqps://u:hidden@mq/v").toString();
        assertEquals("amqps://u@mq:5671/v", shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hidden@mq",
                "amqp:mq",
                "amqp://u:hidden@mq:x",
                "amqp://u:hidden@mq:0",
                "amqp://u:hidden@mq:65536",
                "amqp://u:hidden@a,,b",
                "amqp://u:hidden%zz@mq",
                "amqp://u:hidden@mq/v/w",
                "amqp://u:hidden@mq?heartbeat=1",
                "amqp://u:hidden@mq?passwordfile=not-there",
                "amqps://u:hidden@mq?cacertfile=not-there",
                "amqp://u:hidden@mq?cacertfile=pom.xml"
            })
    void a_wrong_url_is_refused_in_a_sentence_without_the_password(String url) {
        String sentence =
                assertThrows(IllegalArgumentException.class, () -> BrokerUrl.read(url))
                        .getMessage();
        assertTrue(sentence.startsWith("USHER_RABBITMQ "), sentence);
        assertFalse(sentence.contains("hidden"), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ü", "a/b"})
    void an_exchange_must_have_a_name_that_rabbitmq_takes(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Publishing(name, Set.of(), true));
    }
}
