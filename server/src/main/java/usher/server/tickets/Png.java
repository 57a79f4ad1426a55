package usher.server.tickets;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes square pictures of black and white pixels as PNG
/// ([W3C](https://www.w3.org/TR/png-3/)): one bit a pixel, and nothing that needs a desktop.
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte ONE_BIT = 1;
    private static final byte GRAYSCALE = 0;
    private static final byte NO_FILTER = 0;

    /// Whether a pixel is black.
    @FunctionalInterface
    interface Pixels {

        boolean isBlack(int x, int y);
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private Png() {}

    /// A picture of `size` by `size` pixels.
    static byte[] of(int size, Pixels pixels) {
        try {
            Png png = new Png();
            png.out.write(SIGNATURE);
            png.chunk("IHDR", header(size));
            png.chunk("IDAT", compressed(size, pixels));
            png.chunk("IEND", new byte[0]);
            return png.bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] header(int size) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(size);
        out.writeInt(size);
        out.write(new byte[] {ONE_BIT, GRAYSCALE, 0, 0, 0});
        return header.toByteArray();
    }

    private static byte[] compressed(int size, Pixels pixels) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
            for (int y = 0; y < size; y++) {
                out.write(NO_FILTER);
                for (int x = 0; x < size; x += Byte.SIZE) out.write(eight(x, y, size, pixels));
            }
        }
        return compressed.toByteArray();
    }

    /// Eight pixels from the left, white ones set.
    private static int eight(int x, int y, int size, Pixels pixels) {
        int bits = 0;
        for (int i = 0; i < Byte.SIZE; i++) {
            boolean isWhite = x + i >= size || !pixels.isBlack(x + i, y);
            bits = bits << 1 | (isWhite ? 1 : 0);
        }
        return bits;
    }

    private void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
