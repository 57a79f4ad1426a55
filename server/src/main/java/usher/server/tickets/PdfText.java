package usher.server.tickets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The letters of one PDF document, and how texts are broken into lines.
///
/// The font is Liberation Sans, which PDFBox brings along: Latin, Greek, Cyrillic and Hebrew
/// letters. Whatever it has no letter for is shown as `?`. Not thread-safe.
final class PdfText {

    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float UNITS = 1000;

    private final PDFont font;
    private final Map<Integer, String> letters = new HashMap<>();

    PdfText(PDDocument document) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, in);
        }
    }

    PDFont font() {
        return font;
    }

    /// `words` in lines of up to `width` points, broken between words where that will do; what does
    /// not fit into `linesMax` is left out, which `…` tells.
    List<String> lines(String words, float size, float width, int linesMax) throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = shown(words).strip();
        while (!rest.isEmpty()) {
            int end = fitting(rest, size, width);
            boolean isLast = lines.size() == linesMax - 1;
            if (isLast && end < rest.length()) {
                lines.add(rest.substring(0, Math.max(1, end - 1)).strip() + "…");
                return lines;
            }
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /// How many characters of `text` go into a line; at least one.
    private int fitting(String text, float size, float width) throws IOException {
        int end = text.length();
        while (end > 1 && widthOf(text.substring(0, end), size) > width) {
            int space = text.lastIndexOf(' ', end - 1);
            end = space > 0 ? space : end - 1;
        }
        return end;
    }

    private float widthOf(String text, float size) throws IOException {
        return font.getStringWidth(text) / UNITS * size;
    }

    private String shown(String words) {
        StringBuilder shown = new StringBuilder();
        words.codePoints().forEach(c -> shown.append(letters.computeIfAbsent(c, this::letter)));
        return shown.toString();
    }

    private String letter(int codePoint) {
        if (Character.isWhitespace(codePoint)) return " ";
        String letter = Character.toString(codePoint);
        try {
            font.encode(letter);
            return letter;
        } catch (IllegalArgumentException | IOException none) {
            return "?";
        }
    }
}
