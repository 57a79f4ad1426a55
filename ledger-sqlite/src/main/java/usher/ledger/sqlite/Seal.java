package usher.ledger.sqlite;

import java.util.zip.CRC32C;
import usher.ledger.StreamId;

/// The checksum that an entry carries from the moment that it is encoded, wherever it is copied.
///
/// CRC32C of its bytes, mixed with the stream's id: an entry that turned up in another stream would
/// not pass. Thread-safe.
final class Seal {

    private Seal() {}

    /// The seal of the bytes of `json` from `from` up to, not including, `to`.
    static int of(StreamId stream, byte[] json, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(json, from, to - from);
        long id =
                stream.value().getMostSignificantBits() ^ stream.value().getLeastSignificantBits();
        return (int) crc.getValue() ^ (int) id ^ (int) (id >>> Integer.SIZE);
    }
}
