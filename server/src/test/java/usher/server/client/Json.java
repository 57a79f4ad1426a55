package usher.server.client;

/// JSON as tests like to read it.
public final class Json {

    private Json() {}

    /// JSON that was written with single quotes.
    public static String of(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
