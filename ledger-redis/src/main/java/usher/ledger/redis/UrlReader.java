package usher.ledger.redis;

import static usher.ledger.shared.UrlParts.orElse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import usher.ledger.LedgerException;
import usher.ledger.shared.UrlParts;

/// Reads the URL of a ledger: `rediss://user:password@host:6379/0?replicas=1`.
///
/// If several hosts are named, the one that takes writes is used, or all of their cluster.
final class UrlReader {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<scheme>rediss?)://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                            + "(?<hosts>[^/?@]*)(?:/(?<database>\\d{0,5}))?(?:\\?(?<more>.*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[^\\]]+\\]|[^:\\[\\]]+)(?::(?<port>\\d{1,5}))?");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern REPLICAS = Pattern.compile("\\d");
    private static final int STANDARD_PORT = 6379;
    private static final int CONNECT_MILLIS_MAX = 2_000;
    private static final int REPLY_MILLIS_MAX = 10_000;

    private final String setting;
    private final UrlParts words = new UrlParts(this::wrong);
    private final DefaultJedisClientConfig.Builder config =
            DefaultJedisClientConfig.builder()
                    .connectionTimeoutMillis(CONNECT_MILLIS_MAX)
                    .socketTimeoutMillis(REPLY_MILLIS_MAX)
                    .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
    private final Trust trust = new Trust();
    private String prefix = "usher";
    private String clientName = "usher";
    private int replicas;

    private UrlReader(String setting) {
        this.setting = setting;
    }

    /// @param setting which setting the URL is the value of
    /// @throws LedgerException saying what is wrong, without the password
    static RedisUrl read(String url, String setting) {
        return new UrlReader(setting).url(url);
    }

    private RedisUrl url(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw wrong(
                    "must be redis://user:password@host:port/database, or rediss://… for TLS, with"
                            + " %40 for an @ in a password and the like");
        }
        String user = words.decoded(parts.group("user"));
        String password = words.decoded(parts.group("password"));
        if (!user.isEmpty()) config.user(user);
        if (!password.isEmpty()) config.password(password);
        words.parameters(parts.group("more"), this::parameter);
        config.database(Integer.parseInt(orElse(parts.group("database"), "0")));
        config.clientName(clientName);
        String scheme = parts.group("scheme");
        if (scheme.equals("rediss")) secure();
        else if (trust.isSet()) throw wrong("must begin with rediss:// to use certificates");
        return new RedisUrl(
                scheme,
                hosts(orElse(parts.group("hosts"), "localhost")),
                config.build(),
                prefix,
                replicas);
    }

    private void parameter(String name, String value) {
        switch (name) {
            case "prefix" -> prefix = fitting(name, value, PREFIX);
            case "replicas" -> replicas = Integer.parseInt(fitting(name, value, REPLICAS));
            case "passwordfile" -> config.password(words.password(Path.of(value)));
            case "application_name" -> clientName = fitting(name, value, PREFIX);
            case "sslrootcert" -> trust.believe(Path.of(value));
            case "sslcert" -> trust.show(Path.of(value));
            case "sslkey" -> trust.proveBy(Path.of(value));
            default -> throw wrong("has a parameter %s that Usher does not know".formatted(name));
        }
    }

    /// Who is at the other end is proven by a certificate, and is who the URL names.
    private void secure() {
        config.ssl(true).sslSocketFactory(trust.sockets()).sslParameters(Trust.namesMatter());
    }

    private List<HostAndPort> hosts(String text) {
        List<HostAndPort> hosts = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            Matcher parts = HOST.matcher(one);
            if (!parts.matches()) throw wrong("must name hosts as host:port,host:port");
            String port = orElse(parts.group("port"), String.valueOf(STANDARD_PORT));
            String name = parts.group("name").replaceAll("[\\[\\]]", "");
            hosts.add(new HostAndPort(name, Integer.parseInt(port)));
        }
        return List.copyOf(hosts);
    }

    private String fitting(String name, String value, Pattern form) {
        if (form.matcher(value).matches()) return value;
        throw wrong("must have a %s of the form %s, not %s".formatted(name, form, value));
    }

    private LedgerException wrong(String what) {
        return new LedgerException(setting + " " + what);
    }
}
