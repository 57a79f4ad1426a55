package usher.ledger.postgres;

import static usher.ledger.shared.UrlParts.orElse;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usher.ledger.LedgerException;
import usher.ledger.shared.UrlParts;

/// Reads the URL of a ledger as libpq would: `postgresql://user:password@host:port/db?sslmode=…`.
///
/// Parameters have libpq's names; those that this does not know are refused by name. Two are our
/// own: `schema`, and `passwordfile`, a file with nothing but the password in it. If several hosts
/// are named, the one that takes writes is used.
final class UrlReader {

    private static final Pattern FORM =
            Pattern.compile(
                    "postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                        + "(?<hosts>[^/?@]*)(?:/(?<database>[^/?]*))?(?:\\?(?<parameters>.*))?");
    private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final String STANDARD_NAME = "usher";
    private static final UrlParts PARTS = new UrlParts(UrlReader::wrong);

    private static final Map<String, String> STANDARDS =
            Map.of(
                    "user", STANDARD_NAME,
                    "ApplicationName", "usher",
                    "targetServerType", "primary",
                    "connectTimeout", "5",
                    "socketTimeout", "20",
                    "tcpKeepAlive", "true",
                    "hostRecheckSeconds", "1",
                    "prepareThreshold", "1");

    /// What libpq's parameters are called by the driver.
    private static final Map<String, String> DRIVER_NAMES =
            Map.ofEntries(
                    Map.entry("user", "user"),
                    Map.entry("password", "password"),
                    Map.entry("sslmode", "sslmode"),
                    Map.entry("sslrootcert", "sslrootcert"),
                    Map.entry("sslcert", "sslcert"),
                    Map.entry("sslkey", "sslkey"),
                    Map.entry("sslpassword", "sslpassword"),
                    Map.entry("channel_binding", "channelBinding"),
                    Map.entry("gssencmode", "gssEncMode"),
                    Map.entry("application_name", "ApplicationName"),
                    Map.entry("connect_timeout", "connectTimeout"),
                    Map.entry("options", "options"),
                    Map.entry("target_session_attrs", "targetServerType"));

    /// What `target_session_attrs` is called by the driver.
    private static final Map<String, String> SERVER_TYPES =
            Map.of(
                    "any", "any",
                    "primary", "primary",
                    "read-write", "primary",
                    "standby", "secondary",
                    "read-only", "secondary",
                    "prefer-standby", "preferSecondary");

    private final Properties properties = new Properties();
    private String schema = STANDARD_NAME;

    private UrlReader() {
        properties.putAll(STANDARDS);
    }

    /// @throws LedgerException saying what is wrong, without the password
    static PostgresUrl read(String url) {
        return new UrlReader().url(url);
    }

    private PostgresUrl url(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw wrong(
                    "must be postgresql://user:password@host:port/database, with %40 for an @"
                            + " in a password and the like");
        }
        set("user", PARTS.decoded(parts.group("user")));
        set("password", PARTS.decoded(parts.group("password")));
        PARTS.parameters(parts.group("parameters"), this::parameter);
        String database = orElse(PARTS.decoded(parts.group("database")), STANDARD_NAME);
        return new PostgresUrl(
                orElse(parts.group("hosts"), "localhost"), database, schema, properties);
    }

    private void parameter(String name, String value) {
        switch (name) {
            case "schema" -> schema = schema(value);
            case "passwordfile" -> passwordFile(Path.of(value));
            case "target_session_attrs" -> set(name, serverType(value));
            case "sslrootcert" -> rootCertificates(value);
            default -> set(name, value);
        }
    }

    private void passwordFile(Path file) {
        properties.setProperty("password", PARTS.password(file));
    }

    private void set(String name, String value) {
        String driverName = DRIVER_NAMES.get(name);
        if (driverName == null) {
            throw wrong("has a parameter %s that Usher does not know".formatted(name));
        }
        if (!value.isEmpty()) properties.setProperty(driverName, value);
    }

    /// A file of certificates, or those that the JVM trusts anyway.
    private void rootCertificates(String value) {
        if (value.equals("system")) {
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else {
            set("sslrootcert", value);
        }
    }

    private static String serverType(String value) {
        String type = SERVER_TYPES.get(value);
        if (type == null) throw wrong("must not have target_session_attrs=" + value);
        return type;
    }

    private static String schema(String name) {
        if (SCHEMA_NAME.matcher(name).matches()) return name;
        throw wrong("must name a schema of small letters, digits and _, not " + name);
    }

    private static LedgerException wrong(String what) {
        return new LedgerException("USHER_LEDGER " + what);
    }
}
