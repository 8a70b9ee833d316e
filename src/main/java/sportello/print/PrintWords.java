package sportello.print;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import sportello.base.Language;
import sportello.field.Reader;
import sportello.field.Value;
import sportello.field.ValueText;
import sportello.mail.Seal;
import sportello.ticket.ArticleRecipient;
import sportello.ticket.ArticleRow;
import sportello.ticket.Channel;
import sportello.ticket.Proof;
import sportello.ticket.SystemLine;

/** What a printed document says, in the language and zone of whoever prints it. */
record PrintWords(MessageSource messages, Language language, ZoneId zone) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    String date(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** What a field says. */
    String value(Value value) {
        return ValueText.shown(value, new Reader(language, zone), t("field.yes"), t("field.no"));
    }

    /** As it stands above the article on its page: number, subject, sender, date and way. */
    String heading(ArticleRow row) {
        return t("print.heading", "" + row.no(), subject(row), row.senderName(), date(row.createdAt()), t(via(row)));
    }

    /** What was found behind a mail at its receipt, in one line, and in another the particulars. */
    List<String> proof(Proof proof) {
        var found = new ArrayList<String>();
        var more = new ArrayList<String>();
        var certified = proof.certified();
        if (certified != null) {
            found.add(
                    certified.sender().isEmpty()
                            ? t("proof.certified." + certified.kind().key())
                            : t("proof.certified.by", certified.sender()));
            add(more, "proof.provider", certified.provider());
            add(more, "proof.identifier", certified.identifier());
            add(more, "proof.at", certified.at() == null ? "" : date(certified.at()));
            add(more, "proof.addresses", String.join(", ", certified.addresses()));
            add(more, "proof.error", certified.error());
        }
        var signature = proof.signature();
        if (signature != null) {
            found.add(t(
                    certified == null
                            ? signature.message()
                            : "proof.provider." + signature.worth().key()));
            add(more, "proof.signer", (signature.name() + " " + signature.address()).strip());
            add(more, "proof.until", signature.until() == null ? "" : date(signature.until()));
        }
        var authentication = proof.authentication();
        if (authentication != null) {
            found.addFirst(t("proof.authenticated." + authentication.key()));
            add(more, "proof.server", authentication.server());
        }
        var encrypted = proof.encrypted();
        if (encrypted != null) {
            found.add(t("proof.encryption." + encrypted.fate().key()));
            add(more, "proof.encryption", encrypted.means());
        }
        return Stream.of(String.join(" — ", found), String.join(" · ", more))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** To whom a mail left, and how it was protected, as it stands on the page. */
    String sealed(ArticleRecipient to, Seal seal) {
        return t("sent." + to.role()) + " " + to.label() + " — " + t("seal." + seal.key()) + " "
                + seal.manner().called();
    }

    private void add(List<String> more, String key, String value) {
        if (!value.isEmpty()) more.add(t(key) + ": " + value);
    }

    private String subject(ArticleRow row) {
        var line = row.line();
        if (line == null) return row.subject();
        var named = line == SystemLine.PRIORITISED ? t("priority." + row.subject()) : row.subject();
        return t("system_line." + line.key(), named);
    }

    private static String via(ArticleRow row) {
        var call = row.call();
        if (call != null) return "via.phone." + call.key();
        return row.channel() == Channel.NOTE && !row.visible()
                ? "via.internal"
                : "via." + row.channel().key();
    }
}
