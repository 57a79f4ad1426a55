package usher.ledger.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// One write to the journal: a line that says what follows, then one line per entry.
///
/// ```
/// {"ledger":"…","block":         1234,"entries":     45,"bytes":    14711,"crc":"0badcafe"}
/// ```
///
/// All of a fixed width, so it is filled in when the entries are there. The checksum covers this
/// line and theirs. A block begins and ends on a multiple of [#ALIGNMENT] bytes: writing one never
/// touches a sector of another, so nothing that was acknowledged is at risk in a torn write.
///
/// @param ledger the ledger that it belongs to
/// @param number the first is 1, each next one more
/// @param entries how many lines follow
/// @param length the bytes of this line and theirs
record Block(long ledger, long number, int entries, int length, int crc) {

    /// No disk tears inside of these many bytes at a multiple of them and spares what was there.
    static final int ALIGNMENT = 4096;

    private static final String BLANK =
            "{'ledger':'0000000000000000','block':                   ,'entries':         ,"
                    + "'bytes':          ,'crc':'00000000'}\n";
    private static final byte[] HEADER =
            BLANK.replace('\'', '"').getBytes(StandardCharsets.US_ASCII);
    private static final int LEDGER_END = BLANK.indexOf("','block'");
    private static final int NUMBER_END = BLANK.indexOf(",'entries'");
    private static final int ENTRIES_END = BLANK.indexOf(",'bytes'");
    private static final int LENGTH_END = BLANK.indexOf(",'crc'");
    private static final int CRC_END = BLANK.indexOf("'}");

    /// The length of the first line.
    static final int HEADER_LENGTH = HEADER.length;

    /// How much of the journal `length` bytes take up.
    static int aligned(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }

    int alignedLength() {
        return aligned(length);
    }

    /// Fills in the first line of a block whose entries stand in `bytes` already, after a gap.
    static Block seal(long ledger, long number, int entries, byte[] bytes, int length) {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER_LENGTH);
        putDigits(ledger, 16, bytes, LEDGER_END);
        putDigits(number, 10, bytes, NUMBER_END);
        putDigits(entries, 10, bytes, ENTRIES_END);
        putDigits(length, 10, bytes, LENGTH_END);
        Block block = new Block(ledger, number, entries, length, checksum(bytes, length));
        putDigits(Integer.toUnsignedLong(block.crc), 16, bytes, CRC_END);
        return block;
    }

    /// What the first line in `bytes` says; null if it is no such line. [#isWhole] is another
    /// question.
    static @Nullable Block read(byte[] bytes) {
        if (bytes.length < HEADER_LENGTH || bytes[0] != '{') return null;
        try {
            LineCursor cursor = new LineCursor(bytes, 0, HEADER_LENGTH);
            cursor.expect("{\"ledger\":\"");
            long ledger = HexFormat.fromHexDigitsToLong(cursor.plain());
            long number = cursor.paddedNumber(",\"block\":");
            long entries = cursor.paddedNumber(",\"entries\":");
            long length = cursor.paddedNumber(",\"bytes\":");
            cursor.expect(",\"crc\":\"");
            int crc = HexFormat.fromHexDigits(cursor.plain());
            if (length < HEADER_LENGTH || length > Integer.MAX_VALUE - ALIGNMENT) return null;
            return new Block(ledger, number, (int) entries, (int) length, crc);
        } catch (DamagedLine | IllegalArgumentException e) {
            return null;
        }
    }

    /// Whether the block that `bytes` begin with is the one that was written.
    boolean isWhole(byte[] bytes) {
        return bytes.length >= length && checksum(bytes, length) == crc;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, LENGTH_END);
        crc.update(bytes, HEADER_LENGTH, length - HEADER_LENGTH);
        return (int) crc.getValue();
    }

    /// Writes `value` so that its last digit stands right before `end`.
    private static void putDigits(long value, int radix, byte[] bytes, int end) {
        int at = end;
        for (long rest = value; rest != 0; rest = Long.divideUnsigned(rest, radix)) {
            int digit = (int) Long.remainderUnsigned(rest, radix);
            bytes[--at] = (byte) Character.forDigit(digit, radix);
        }
    }
}
