package usher.server.rabbitmq;

import static usher.ledger.shared.UrlParts.orElse;

import com.rabbitmq.client.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import usher.ledger.shared.UrlParts;

/// Reads the URL of a broker as RabbitMQ's clients do
/// ([AMQP URIs](https://www.rabbitmq.com/docs/uri-spec)):
/// `amqp[s]://user:password@host:port/vhost?cacertfile=…`.
///
/// One parameter is our own: `passwordfile`, a file with nothing but the password in it. Without a
/// virtual host, or with an empty one, it is `/`.
public final class BrokerUrl {

    private static final String SETTING = "USHER_RABBITMQ";
    private static final Pattern FORM =
            Pattern.compile(
                    "amqp(?<tls>s?)://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                            + "(?<hosts>[^/?@]*)(?:/(?<vhost>[^/?]*))?(?:\\?(?<parameters>.*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<name>[^:\\[\\]]+|\\[[0-9a-fA-F:]+])(?::(?<port>[0-9]{1,5}))?");
    private static final String STANDARD_USER = "guest";
    private static final int PORT = 5672;
    private static final int TLS_PORT = 5671;
    private static final int PORT_MAX = 65_535;
    private static final UrlParts PARTS = new UrlParts(BrokerUrl::wrong);

    private String password;
    private @Nullable Path authorities;

    private BrokerUrl(String password) {
        this.password = password;
    }

    /// The broker that `url` names.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is wrong, without the
    /// password
    public static Broker read(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw wrong(
                    "must be amqp://user:password@host:port/vhost, or amqps://… for TLS, with %40"
                            + " for an @ in a password and the like");
        }
        boolean isTls = !orElse(parts.group("tls"), "").isEmpty();
        String given = orElse(PARTS.decoded(parts.group("password")), STANDARD_USER);
        BrokerUrl rest = new BrokerUrl(given);
        PARTS.parameters(
                parts.group("parameters"), (name, value) -> rest.parameter(name, value, isTls));
        return new Broker(
                hosts(orElse(parts.group("hosts"), "localhost"), isTls ? TLS_PORT : PORT),
                isTls,
                orElse(PARTS.decoded(parts.group("user")), STANDARD_USER),
                rest.password,
                orElse(PARTS.decoded(parts.group("vhost")), "/"),
                rest.authorities);
    }

    private void parameter(String name, String value, boolean isTls) {
        switch (name) {
            case "passwordfile" -> password = PARTS.password(Path.of(value));
            case "cacertfile" -> authorities = readable(Path.of(value), isTls);
            default -> throw wrong("has a parameter %s that Usher does not know".formatted(name));
        }
    }

    private static List<Address> hosts(String hosts, int port) {
        return Stream.of(hosts.split(",", -1)).map(host -> address(host, port)).toList();
    }

    private static Address address(String text, int standardPort) {
        Matcher parts = HOST.matcher(text);
        if (!parts.matches()) throw wrong("names a host that is none: " + text);
        String port = parts.group("port");
        int number = port == null ? standardPort : Integer.parseInt(port);
        if (number < 1 || number > PORT_MAX) throw wrong("names a port that is none: " + number);
        return new Address(parts.group("name"), number);
    }

    private static Path readable(Path file, boolean isTls) {
        if (!isTls) throw wrong("has a cacertfile, which is for amqps:// only");
        if (!Files.isReadable(file)) {
            throw wrong("has a cacertfile that cannot be read: " + file);
        }
        return file;
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(SETTING + " " + what);
    }
}
