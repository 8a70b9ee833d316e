package sportello.mime;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was read of a mail, as lines that a person can check; what is not there has no line. */
final class Described {

    private final StringBuilder out = new StringBuilder();

    static String of(Reading reading) throws IOException {
        return switch (reading) {
            case Reading.Unreadable no -> "unreadable: " + no.reason() + "\n";
            case Reading.Readable yes -> new Described().describe(yes.mail());
        };
    }

    private String describe(ReadMail mail) throws IOException {
        people(mail);
        line("subject", mail.subject());
        line("date", mail.date());
        line("id", mail.messageId());
        line("follows", String.join(" ", mail.references()));
        line("automatic", mail.automatic().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
        findings(mail);
        for (var file : mail.files()) file(file);
        text("text", mail.text().substring(0, mail.quoteFrom()));
        text("quote", mail.text().substring(mail.quoteFrom()));
        if (mail.html() != null)
            text("html", Objects.requireNonNull(mail.html()).strip());
        return out.toString();
    }

    private void people(ReadMail mail) {
        line("from", mail.from() == null ? null : person(Objects.requireNonNull(mail.from())));
        line("sender", mail.sender() == null ? null : person(Objects.requireNonNull(mail.sender())));
        line("reply to", joined(mail.replyTo(), Described::person));
        line("to", joined(mail.to(), Described::person));
        line("cc", joined(mail.cc(), Described::person));
        line("delivered to", String.join(", ", mail.deliveredTo()));
    }

    private static String person(MailAddress person) {
        return person.name().isEmpty() ? person.address() : person.name() + " <" + person.address() + ">";
    }

    private void findings(ReadMail mail) {
        var report = mail.report();
        if (report != null) {
            for (var name : report.names()) line("report on", name);
            line("report subject", report.originalSubject());
            for (var fate : report.fates())
                line(
                        "fate",
                        fate.address() + alias(fate) + " " + fate.action() + " " + fate.status() + " " + fate.words());
        }
        line("pec", mail.pec());
        var signature = mail.signature();
        line("signature", signature == null ? null : worth(signature));
        line("encryption", mail.encryption());
    }

    private static String alias(DeliveryReport.Fate fate) {
        return fate.alias().isEmpty() ? "" : " (" + fate.alias() + ")";
    }

    /** When its certificate ends depends on when it was made. */
    private static String worth(SignatureCheck check) {
        return "SignatureCheck[verdict=%s, name=%s, address=%s]"
                .formatted(check.verdict(), check.name(), check.address());
    }

    /** The size of what is written in lines depends on how lines end. */
    private void file(MailFile file) throws IOException {
        var lines = file.mediaType().startsWith("text/")
                || file.mediaType().startsWith("message/")
                || file.mediaType().contains("pgp");
        try (var bytes = file.open()) {
            var size = bytes.readAllBytes().length;
            if (size != file.size())
                throw new AssertionError(file.name() + " says " + file.size() + " and has " + size);
        }
        line(
                "file",
                file.name()
                        + " | "
                        + file.mediaType()
                        + (lines ? "" : " | " + file.size())
                        + (file.contentId() == null ? "" : " | cid " + file.contentId())
                        + (file.inline() ? " | inline" : ""));
    }

    private static <T> String joined(List<T> things, Function<T, String> words) {
        return things.stream().map(words).collect(Collectors.joining(", "));
    }

    private void line(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty())
            out.append(name).append(": ").append(value.toString().strip()).append('\n');
    }

    private void text(String name, String words) {
        if (words.isEmpty()) return;
        out.append(name).append(":\n");
        words.strip()
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .lines()
                .forEach(line -> out.append("  ").append(line.stripTrailing()).append('\n'));
    }
}
