package usher.server.tickets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import usher.server.language.Language;

/// Tickets as a PDF document, a page of the size A6 each.
public final class TicketPdf {

    private static final PDRectangle PAPER = PDRectangle.A6;
    private static final float MARGIN = 20;
    private static final float WIDTH = PAPER.getWidth() - 2 * MARGIN;
    private static final float QR_SIZE = 170;
    private static final float SMALL = 7;
    private static final float NORMAL = 9;
    private static final float LARGE = 13;
    private static final float LEADING = 1.35f;
    private static final int LINES_MAX = 3;

    private final PDDocument document;
    private final PdfText text;

    private TicketPdf(PDDocument document) throws IOException {
        this.document = document;
        this.text = new PdfText(document);
    }

    /// The document of `tickets`, at least one.
    public static byte[] of(List<Ticket> tickets, Language language) {
        try (PDDocument document = new PDDocument()) {
            List<PrintedTicket> printed = TicketPages.printed(tickets, language);
            String title = language.say("ticket.title", printed.getFirst().event());
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language.tag());
            TicketPdf pdf = new TicketPdf(document);
            for (PrintedTicket ticket : printed) pdf.add(ticket);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(PrintedTicket ticket) throws IOException {
        PDPage page = new PDPage(PAPER);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            float y = PAPER.getHeight() - MARGIN;
            y = write(out, ticket.event(), LARGE, y);
            if (ticket.when() != null) y = write(out, ticket.when(), NORMAL, y);
            if (ticket.where() != null) y = write(out, ticket.where(), NORMAL, y);
            y = write(out, ticket.place(), LARGE, y - NORMAL);
            y = write(out, kind(ticket), NORMAL, y);
            String code = ticket.code();
            if (code != null) draw(out, QrCode.of(code), MARGIN + SMALL * 5);
            if (ticket.stamp() != null) write(out, ticket.stamp(), NORMAL, y);
            float foot = write(out, ticket.hint(), SMALL, MARGIN + SMALL * LEADING * 3);
            write(out, ticket.number() + " · " + ticket.booking(), SMALL, foot);
        }
    }

    private static String kind(PrintedTicket ticket) {
        if (ticket.tier() == null) return "";
        return ticket.price() == null ? ticket.tier() : ticket.tier() + " · " + ticket.price();
    }

    /// Writes `words` below `y`, in as many lines as they need, and returns where the next may be.
    private float write(PDPageContentStream out, String words, float size, float y)
            throws IOException {
        float below = y;
        for (String line : text.lines(words, size, WIDTH, LINES_MAX)) {
            below -= size * LEADING;
            out.beginText();
            out.setFont(text.font(), size);
            out.newLineAtOffset(MARGIN, below);
            out.showText(line);
            out.endText();
        }
        return below;
    }

    /// Draws the code in the middle of the page, above `bottom`.
    private static void draw(PDPageContentStream out, QrCode code, float bottom)
            throws IOException {
        float module = QR_SIZE / code.size();
        float left = (PAPER.getWidth() - QR_SIZE) / 2;
        for (QrCode.Run run : code.runs()) {
            float y = bottom + QR_SIZE - (run.y() + 1) * module;
            out.addRect(left + run.x() * module, y, run.length() * module, module);
        }
        out.fill();
    }
}
