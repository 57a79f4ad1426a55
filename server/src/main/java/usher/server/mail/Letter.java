package usher.server.mail;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Money;
import usher.server.Settings;
import usher.server.http.BookingFinder.Found;
import usher.server.language.Language;
import usher.server.language.Templates;
import usher.server.people.Contact;
import usher.server.tickets.PrintedTicket;
import usher.server.tickets.QrCode;
import usher.server.tickets.Ticket;
import usher.server.tickets.TicketOffice;
import usher.server.tickets.TicketPages;
import usher.server.tickets.TicketPdf;

/// Writes the mails: as text and as HTML, in the language of whoever gets them. Thread-safe.
@Singleton
public final class Letter {

    /// More codes than these are only in the PDF.
    private static final int QR_CODES_MAX = 20;

    private static final int PIXELS_PER_MODULE = 5;

    /// A ticket in a mail.
    ///
    /// @param link where its page is
    /// @param image the id under which its QR code is attached; null: only in the PDF
    record Enclosed(PrintedTicket printed, String link, @Nullable String image) {}

    private final Templates templates;
    private final TicketOffice office;
    private final String publicUrl;

    Letter(Templates templates, TicketOffice office, Settings settings) {
        this.templates = templates;
        this.office = office;
        this.publicUrl = settings.publicUrl();
    }

    /// The mail about `booking` to whom `contact` names, who has an address.
    MailMessage about(Occasion occasion, Found booking, Contact contact) {
        Language language = contact.person().language();
        List<Ticket> tickets = occasion == Occasion.CONFIRMED ? office.issue(booking) : List.of();
        List<Enclosed> enclosed = enclosed(tickets, language);
        String key = "mail." + occasion.name().toLowerCase(Locale.ROOT);
        MailMessage mail = new MailMessage();
        mail.setTo(contact.person().email());
        mail.setSubject(oneLine(language.say(key + ".subject", booking.now().name())));
        mail.setText(render("mail.txt", key, booking, contact, enclosed));
        mail.setHtml(render("mail.html", key, booking, contact, enclosed));
        mail.addHeader("Auto-Submitted", "auto-generated");
        mail.addHeader(
                "Message-ID",
                "<%s.%s@usher>"
                        .formatted(
                                occasion.name().toLowerCase(Locale.ROOT), booking.booking().id()));
        if (!tickets.isEmpty()) {
            mail.setInlineAttachment(images(tickets));
            mail.setAttachment(pdf(TicketPdf.of(tickets, language)));
        }
        return mail;
    }

    private String render(
            String template, String key, Found booking, Contact contact, List<Enclosed> enclosed) {
        Language language = contact.person().language();
        String name = contact.person().name();
        Instant startsAt = booking.now().startsAt();
        Money amount = booking.booking().amount();
        String path = "usher/server/mail/" + template;
        return (template.endsWith(".html") ? templates.html(path) : templates.text(path))
                .data("language", language.tag())
                .data(
                        "greeting",
                        name == null
                                ? language.say("mail.greeting")
                                : language.say("mail.greeting.name", name))
                .data("intro", language.say(key + ".intro", booking.now().name()))
                .data("event", booking.now().name())
                .data(
                        "when",
                        startsAt == null
                                ? null
                                : language.say(startsAt, TicketPages.zone(booking.event())))
                .data(
                        "amount",
                        amount == null ? null : language.say("mail.amount", language.say(amount)))
                .data("booking", language.say("ticket.booking", booking.booking().id()))
                .data("enclosed", enclosed)
                .data("hint", enclosed.isEmpty() ? null : language.say("mail.hint"))
                .data("closing", language.say("mail.closing"))
                .render();
    }

    private List<Enclosed> enclosed(List<Ticket> tickets, Language language) {
        List<Enclosed> enclosed = new ArrayList<>();
        for (PrintedTicket printed : TicketPages.printed(tickets, language)) {
            String code = tickets.get(enclosed.size()).code();
            String link = "%s/v1/tickets/%s.html".formatted(publicUrl, code);
            boolean isShown = enclosed.size() < QR_CODES_MAX;
            enclosed.add(new Enclosed(printed, link, isShown ? image(enclosed.size()) : null));
        }
        return enclosed;
    }

    private static List<MailAttachment> images(List<Ticket> tickets) {
        List<MailAttachment> images = new ArrayList<>();
        for (int i = 0; i < Math.min(tickets.size(), QR_CODES_MAX); i++) {
            byte[] png = QrCode.of(tickets.get(i).code()).png(PIXELS_PER_MODULE);
            images.add(
                    MailAttachment.create()
                            .setContentType("image/png")
                            .setContentId("<" + image(i) + ">")
                            .setDisposition("inline")
                            .setName("ticket-%d.png".formatted(i + 1))
                            .setData(Buffer.buffer(png)));
        }
        return images;
    }

    private static MailAttachment pdf(byte[] document) {
        return MailAttachment.create()
                .setContentType("application/pdf")
                .setDisposition("attachment")
                .setName("tickets.pdf")
                .setData(Buffer.buffer(document));
    }

    private static String image(int index) {
        return "ticket-%d@usher".formatted(index + 1);
    }

    /// What would end a header, or begin another, is a space.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
