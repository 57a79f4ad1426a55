package usher.server.limits;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.server.Settings;

/// Where requests come from.
///
/// Proxies that are trusted say it in `X-Forwarded-For`, each adding at the end whom it was asked
/// by: the last one there that is no trusted proxy itself is the client. Whatever stands before it
/// may be invented, and so may the whole of what anybody else sends.
@Singleton
public final class ClientAddresses {

    private static final CharSequence FORWARDED_FOR =
            HttpHeaders.createOptimized("x-forwarded-for");
    private static final int NETWORK_BYTES_OF_IPV6 = 8;

    private final List<IpSubnetFilterRule> proxies;

    @Inject
    ClientAddresses(Settings settings) {
        this(settings.trustedProxies().map(ClientAddresses::networks).orElse(List.of()));
    }

    ClientAddresses(List<IpSubnetFilterRule> proxies) {
        this.proxies = proxies;
    }

    /// What stands for the client of `context`: an address of IPv4, or the network of IPv6 that a
    /// household has to itself.
    public String networkOf(RoutingContext context) {
        HttpServerRequest request = context.request();
        String peer = request.remoteAddress().hostAddress();
        return networkOf(peer, request.headers().getAll(FORWARDED_FOR));
    }

    /// The same, for a connection from `peer` whose requests have these headers.
    String networkOf(String peer, List<String> forwardedFor) {
        InetAddress address = client(InetAddress.ofLiteral(peer), forwardedFor);
        byte[] bytes = address.getAddress();
        boolean isNewer = bytes.length > NETWORK_BYTES_OF_IPV6;
        return isNewer
                ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES_OF_IPV6))
                : address.getHostAddress();
    }

    /// The networks in `text`, such as `10.0.0.0/8,::1`.
    ///
    /// @throws IllegalArgumentException if they are none
    public static List<IpSubnetFilterRule> networks(String text) {
        return Arrays.stream(text.split(",", -1)).map(one -> network(one.strip())).toList();
    }

    private InetAddress client(InetAddress peer, List<String> forwardedFor) {
        if (proxies.isEmpty() || !isProxy(peer)) return peer;
        InetAddress client = peer;
        String[] hops = String.join(",", forwardedFor).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
            InetAddress before = literal(hops[i].strip());
            if (before == null) return client;
            client = before;
        }
        return client;
    }

    private boolean isProxy(InetAddress address) {
        InetSocketAddress anyPort = new InetSocketAddress(address, 0);
        return proxies.stream().anyMatch(network -> network.matches(anyPort));
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.split("/", 2);
        InetAddress address = InetAddress.ofLiteral(parts[0]);
        int bits = address.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    }
}
