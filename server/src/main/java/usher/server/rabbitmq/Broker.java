package usher.server.rabbitmq;

import com.rabbitmq.client.Address;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a RabbitMQ is, and who Usher is there. [#toString] is for people and logs; the password is
/// for the broker only.
///
/// @param hosts one server, or several of a cluster, of which any will do
/// @param isTls whether the connection is kept from others
/// @param authorities the certificates that vouch for the broker; null: those that the JVM trusts
public record Broker(
        List<Address> hosts,
        boolean isTls,
        String user,
        String password,
        String virtualHost,
        @Nullable Path authorities) {

    public Broker {
        hosts = List.copyOf(hosts);
    }

    @Override
    public String toString() {
        String names = hosts.stream().map(Address::toString).collect(Collectors.joining(","));
        return "%s://%s@%s/%s".formatted(isTls ? "amqps" : "amqp", user, names, virtualHost);
    }
}
