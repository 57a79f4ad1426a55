package usher.server.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/// What went wrong with a broker, in the words of an operator.
final class Trouble {

    private Trouble() {}

    static String unrouted(String key) {
        return "no queue is bound for %s: bind one, ".formatted(pattern(key))
                + "leave such facts out of USHER_RABBITMQ_FACTS,"
                + " or set USHER_RABBITMQ_UNROUTED=drop";
    }

    static String notTaken(String key) {
        return "the broker did not take a message for %s: a queue is full, or cannot store it"
                .formatted(pattern(key));
    }

    /// What became of a connection, or of an attempt to have one.
    static String sentence(Throwable trouble) {
        return switch (trouble) {
            case ShutdownSignalException ended -> ended(ended);
            case AuthenticationFailureException _, PossibleAuthenticationFailureException _ ->
                    "the broker does not let this user in; check the user, the password and the"
                            + " virtual host of USHER_RABBITMQ";
            case UnknownHostException host -> "no such host: " + host.getMessage();
            case ConnectException refused -> "cannot connect: " + refused.getMessage();
            case TimeoutException _ -> "the broker does not answer";
            default -> ofCause(trouble);
        };
    }

    private static String ofCause(Throwable trouble) {
        Throwable cause = trouble.getCause();
        if (cause != null) return sentence(cause);
        String message = trouble.getMessage();
        return message == null ? trouble.getClass().getSimpleName() : message;
    }

    private static String ended(ShutdownSignalException ended) {
        return switch (ended.getReason()) {
            case AMQP.Connection.Close close -> "the broker said: " + close.getReplyText();
            case AMQP.Channel.Close close -> "the broker said: " + close.getReplyText();
            case null, default ->
                    ended.getCause() == null
                            ? "the connection broke"
                            : "the connection broke: " + sentence(ended.getCause());
        };
    }

    /// `event.*.seats-held` for any event.
    private static String pattern(String key) {
        return key.replaceFirst("^event\\.[^.]+\\.", "event.*.");
    }
}
