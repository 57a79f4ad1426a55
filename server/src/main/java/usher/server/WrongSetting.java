package usher.server;

/// Usher is set up in a way that it cannot work with. The message is for the operator.
final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSetting(String sentence) {
        super(sentence);
    }
}
