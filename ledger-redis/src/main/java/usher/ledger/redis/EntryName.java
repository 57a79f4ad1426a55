package usher.ledger.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import usher.ledger.LedgerException;
import usher.ledger.Position;

/// What Redis calls an entry of a stream: its number and, without a sign, its id, as
/// `104-9223372036854775809`. The start is `0-0`.
final class EntryName {

    private EntryName() {}

    static byte[] of(Position position) {
        return (position.version() + "-" + Long.toUnsignedString(position.id())).getBytes(US_ASCII);
    }

    static Position read(byte[] name) {
        String text = new String(name, US_ASCII);
        int dash = text.indexOf('-');
        try {
            return new Position(
                    Long.parseLong(text.substring(0, dash)),
                    Long.parseUnsignedLong(text.substring(dash + 1)));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new LedgerException("not the name of an entry: " + text, e);
        }
    }
}
