package usher.server.webhooks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import usher.server.Settings;

/// Where messages may be sent: nobody should reach through Usher what he cannot reach himself.
///
/// A name is looked up once, and the connection goes to the address that was looked at: a name that
/// means something else a moment later gains nothing. Thread-safe.
@Singleton
public final class Targets {

    static final int URL_LENGTH_MAX = 1000;

    private static final int PORT_MAX = 65_535;

    /// Whom endpoints may be.
    public enum Rule {
        /// Only servers of the public internet, by HTTPS.
        PUBLIC,
        /// Any that this node can reach, by HTTPS or HTTP.
        ANY
    }

    private final Rule rule;

    @Inject
    Targets(Settings settings) {
        this(settings.webhookTargets());
    }

    Targets(Rule rule) {
        this.rule = rule;
    }

    /// What is wrong with `url` as that of an endpoint; null: nothing is, as far as it tells.
    @Nullable String wrong(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return "must be a URL, such as https://example.org/usher";
        }
        if (!isAllowed(String.valueOf(uri.getScheme()))) {
            return rule == Rule.ANY
                    ? "must begin with https:// or http://"
                    : "must begin with https://, unless USHER_WEBHOOK_TARGETS=any";
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > PORT_MAX) {
            return "must name a host, such as https://example.org/usher";
        }
        if (uri.getRawUserInfo() != null) return "must not have a user or a password in it";
        if (uri.getRawFragment() != null) return "must not have a # in it";
        return null;
    }

    private boolean isAllowed(String scheme) {
        return scheme.equals("https") || (rule == Rule.ANY && scheme.equals("http"));
    }

    /// The address that `host` stands for. Blocks.
    ///
    /// @throws UnknownHostException if there is none, or nothing may be sent there
    InetAddress address(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        if (rule == Rule.ANY) return all[0];
        return Arrays.stream(all)
                .filter(PublicAddresses::has)
                .findFirst()
                .orElseThrow(() -> refused(host, all[0]));
    }

    private static UnknownHostException refused(String host, InetAddress address) {
        return new UnknownHostException(
                "%s is %s, which is no public address; USHER_WEBHOOK_TARGETS=any allows it"
                        .formatted(host, address.getHostAddress()));
    }
}
