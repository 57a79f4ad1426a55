package usher.server.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Codes can be read again, however they are drawn.
final class QrCodeTest {

    private static final String TEXT = "MZXW6YTBOI".repeat(16) + "AB";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int WHITE = 0xFFFFFF;

    private final QrCode code = QrCode.of(TEXT);

    @Test
    void a_code_of_a_tickets_length_is_small() {
        assertEquals(45 + 2 * 4, code.size());
    }

    @Test
    void the_picture_says_the_text() {
        assertEquals(TEXT, Pictures.read(code.png(3)));
        assertEquals(TEXT, Pictures.read(code.png(8)));
    }

    @Test
    void whatever_a_signature_looks_like_its_code_can_be_read() {
        Random random = new Random(7);
        byte[] bytes = new byte[101];
        for (int i = 0; i < 500; i++) {
            random.nextBytes(bytes);
            String text = Base32.encode(bytes);
            assertEquals(text, Pictures.read(QrCode.of(text).png(3)));
        }
    }

    @Test
    void so_does_the_drawing() {
        String svg = code.svg();
        assertTrue(
                svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 53 53\""));
        int scale = 4;
        int size = code.size() * scale;
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < size * size; i++) picture.setRGB(i % size, i / size, WHITE);
        Matcher run = RUN.matcher(svg);
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * scale;
            int y = Integer.parseInt(run.group(2)) * scale;
            int length = Integer.parseInt(run.group(3)) * scale;
            for (int i = 0; i < length * scale; i++) {
                picture.setRGB(x + i % length, y + i / length, 0);
            }
        }
        assertEquals(TEXT, Pictures.read(picture));
    }

    @Test
    void around_it_is_nothing() {
        for (int i = 0; i < code.size(); i++) {
            for (int margin = 0; margin < 4; margin++) {
                assertFalse(code.isDark(i, margin));
                assertFalse(code.isDark(margin, i));
                assertFalse(code.isDark(i, code.size() - 1 - margin));
                assertFalse(code.isDark(code.size() - 1 - margin, i));
            }
        }
    }
}
