package usher.server.tickets;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A text as a QR code (ISO/IEC 18004), with the empty margin that readers need.
public final class QrCode {

    private static final int MARGIN_MODULES = 4;
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN,
                    MARGIN_MODULES);

    /// A stretch of dark modules of one row.
    record Run(int x, int y, int length) {}

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /// The code of `text`, which may have some hundred characters.
    public static QrCode of(String text) {
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        }
    }

    /// How many modules it is wide and high, margins included.
    int size() {
        return modules.getWidth();
    }

    boolean isDark(int x, int y) {
        return modules.get(x, y);
    }

    /// All that is dark, from the top left, row by row.
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (int y = 0; y < size(); y++) {
            int from = 0;
            for (int x = 0; x < size(); x++) {
                if (!isDark(x, y)) from = x + 1;
                else if (!isDark(x + 1, y)) runs.add(new Run(from, y, x + 1 - from));
            }
        }
        return runs;
    }

    /// As a drawing: an SVG element of no size of its own, a module a unit.
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (Run run : runs()) {
            path.append("M%d %dh%dv1h-%dz".formatted(run.x(), run.y(), run.length(), run.length()));
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" \
        shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>\
        """
                .formatted(size(), path);
    }

    /// As a picture in the format PNG, a module so many pixels wide.
    public byte[] png(int pixelsPerModule) {
        return Png.of(
                size() * pixelsPerModule,
                (x, y) -> isDark(x / pixelsPerModule, y / pixelsPerModule));
    }
}
