package usher.server;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;

/// What keeps Usher from starting, in the words of an operator.
final class StartTrouble {

    private static final int CAUSES_MAX = 20;
    private static final String TAKEN = "Address already in use";

    private StartTrouble() {}

    /// What to do about `trouble`; null if nobody foresaw it.
    ///
    /// @param address the host and the port that were to be opened
    static @Nullable String sentence(Throwable trouble, String address) {
        @Nullable Throwable cause = trouble;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
            String sentence = ofOne(cause, address);
            if (sentence != null) return sentence;
            cause = cause.getCause();
        }
        return null;
    }

    private static @Nullable String ofOne(Throwable trouble, String address) {
        return switch (trouble) {
            case WrongSetting wrong -> wrong.getMessage();
            case LedgerException ledger -> ledger.getMessage();
            case IOException network -> ofNetwork(String.valueOf(network.getMessage()), address);
            default -> null;
        };
    }

    private static String ofNetwork(String message, String address) {
        return message.contains(TAKEN)
                ? address + " is taken; stop what uses it, or set USHER_PORT to another port"
                : "cannot listen on %s (%s); check USHER_HOST and USHER_PORT"
                        .formatted(address, message);
    }
}
