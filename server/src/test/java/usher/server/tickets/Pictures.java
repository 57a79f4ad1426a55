package usher.server.tickets;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// What a scanner reads in pictures.
public final class Pictures {

    private Pictures() {}

    /// The text of the QR code in a picture of the format PNG.
    public static String read(byte[] png) {
        try {
            return read(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of the only QR code in `picture`.
    ///
    /// Seven of a thousand codes have by chance something like a fourth corner in them, with which
    /// the reader for one code gets lost; the reader for many tries every three corners, and may
    /// find the same code twice.
    public static String read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        try {
            Result[] codes =
                    new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(new HybridBinarizer(source)),
                                    Map.of(DecodeHintType.TRY_HARDER, true));
            Set<String> texts = Stream.of(codes).map(Result::getText).collect(toSet());
            assertEquals(1, texts.size(), "codes in the picture");
            return codes[0].getText();
        } catch (ReaderException e) {
            throw new AssertionError("no code in the picture", e);
        }
    }
}
