package usher.server.mail;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Hands mails to the mail server, one at a time. Blocks; used by one thread.
final class Post implements AutoCloseable {

    private static final long SECONDS_MAX = 60;
    private static final int CONNECT_MILLIS_MAX = 10_000;

    /// The mail did not go out.
    static final class Undelivered extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean isForGood;

        Undelivered(String reason, boolean isForGood) {
            super(reason);
            this.isForGood = isForGood;
        }

        /// Whether it never will: the server knows no such address, or takes no such mail.
        boolean isForGood() {
            return isForGood;
        }
    }

    private final MailClient client;
    private final String from;

    Post(Vertx vertx, MailServer server) {
        client = MailClient.create(vertx, config(server));
        from = server.from();
    }

    /// Sends `mail`; when this returns, the server has taken it.
    void send(MailMessage mail) throws Undelivered {
        try {
            client.sendMail(mail.setFrom(from))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            boolean isForGood = cause instanceof SMTPException refused && refused.isPermanent();
            throw new Undelivered(String.valueOf(cause), isForGood);
        } catch (TimeoutException e) {
            throw new Undelivered("no answer for %d s".formatted(SECONDS_MAX), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered("interrupted", false);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static MailConfig config(MailServer server) {
        MailConfig config = new MailConfig(server.host(), server.port());
        config.setConnectTimeout(CONNECT_MILLIS_MAX).setMaxPoolSize(1);
        config.setHostnameVerificationAlgorithm("HTTPS");
        switch (server.security()) {
            case STARTTLS -> config.setStarttls(StartTLSOptions.REQUIRED);
            case TLS -> config.setSsl(true).setStarttls(StartTLSOptions.DISABLED);
            case NONE -> config.setStarttls(StartTLSOptions.DISABLED);
        }
        String user = server.user();
        if (user == null) return config.setLogin(LoginOption.DISABLED);
        return config.setLogin(LoginOption.REQUIRED)
                .setUsername(user)
                .setPassword(server.password());
    }
}
