package sportello.story;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads people's mail by IMAP, as their mail programs would. */
final class Post {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

    private final int imapPort;

    private final Runnable hurry;

    /** @param hurry lets leave at once what waits to be taken back, for which others wait */
    Post(int imapPort, Runnable hurry) {
        this.imapPort = imapPort;
        this.hurry = hurry;
    }

    /** Answers a mail, as a mail program would: by its name, and with a subject of its own. */
    void answer(Mail mail, String from, String to, String text, int smtpPort) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", "" + smtpPort);
        var answer = new MimeMessage(Session.getInstance(properties));
        answer.setFrom(from);
        answer.setRecipients(Message.RecipientType.TO, to);
        answer.setSubject("Risposta per posta", "UTF-8");
        answer.setText(text, "UTF-8");
        var name = MESSAGE_ID.matcher(mail.raw());
        assertThat(name.find()).isTrue();
        answer.setHeader("In-Reply-To", name.group(1));
        Transport.send(answer);
    }

    /** One mail, as far as the story looks. */
    record Mail(String subject, String to, String autoSubmitted, String references, String raw) {}

    /** Waits until the address has that many mails that are about no other ticket, and finds no more than that. */
    List<Mail> of(String address, String number, int count) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        var mails = about(address, number);
        if (mails.size() < count) hurry.run();
        while (mails.size() < count && Instant.now().isBefore(until)) {
            MILLISECONDS.sleep(200);
            mails = about(address, number);
        }
        assertThat(mails).as("the mail of %s", address).hasSize(count);
        return mails;
    }

    /** The latest of that many. */
    Mail latest(String address, String number, int count) throws Exception {
        return of(address, number, count).getLast();
    }

    /** The last that came and is about no other ticket. */
    Mail last(String address, String number) throws Exception {
        return about(address, number).getLast();
    }

    private List<Mail> about(String address, String number) throws Exception {
        return fetch(address).stream()
                .filter(mail ->
                        !mail.subject().contains("[Ticket#") || mail.subject().contains(number))
                .toList();
    }

    private List<Mail> fetch(String address) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, "any");
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var mails = new ArrayList<Mail>();
            for (var message : inbox.getMessages()) mails.add(read(message));
            return mails;
        }
    }

    private static Mail read(Message message) throws Exception {
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return new Mail(
                message.getSubject(),
                message.getRecipients(Message.RecipientType.TO)[0].toString(),
                header(message, "Auto-Submitted"),
                header(message, "References"),
                raw.toString(StandardCharsets.UTF_8));
    }

    private static String header(Message message, String name) throws Exception {
        var values = message.getHeader(name);
        return values == null ? "" : values[0];
    }
}
