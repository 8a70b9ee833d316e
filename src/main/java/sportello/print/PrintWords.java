package sportello.print;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.context.MessageSource;
import sportello.base.Language;
import sportello.field.Reader;
import sportello.field.Value;
import sportello.field.ValueText;
import sportello.ticket.ArticleRow;
import sportello.ticket.Channel;
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
