package usher.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import usher.server.mail.SmtpServer;

/// Lets a test run with a mail server: `@TestProfile(WithMail.class)`.
public final class WithMail implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    /// A mail server for the tests of this profile.
    public static final class Server implements QuarkusTestResourceLifecycleManager {

        private final SmtpServer server = new SmtpServer();

        @Override
        public Map<String, String> start() {
            server.start();
            return Map.of(
                    "usher.mail-host",
                    "127.0.0.1",
                    "usher.mail-port",
                    String.valueOf(server.port()),
                    "usher.mail-tls",
                    "none",
                    "usher.mail-from",
                    "Box office <tickets@example.org>");
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
