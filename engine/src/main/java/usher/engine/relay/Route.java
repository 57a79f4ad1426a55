package usher.engine.relay;

/// What is relayed where.
///
/// @param name under which it is remembered how far it came: whoever takes another name begins anew
/// @param sinceMillis what became true before, in milliseconds since 1970, is not sent; 0: from the
///     beginning of everything
public record Route(String name, long sinceMillis, Destination destination) {

    private static final int NAME_LENGTH_MAX = 100;

    public Route {
        if (!name.matches("[a-z0-9.-]{1,%d}".formatted(NAME_LENGTH_MAX))) {
            throw new IllegalArgumentException("no name of a route: " + name);
        }
    }
}
