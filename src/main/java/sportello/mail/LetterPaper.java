package sportello.mail;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.base.Language;

/** The company's paper: puts logo, name and addresses under what a letter says. */
@Component
public class LetterPaper {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final OurCompany company;
    private final MessageSource messages;

    LetterPaper(OurCompany company, MessageSource messages) {
        this.company = company;
        this.messages = messages;
    }

    /** The whole letter, in HTML and in plain text. */
    public LetterBody wrap(Html content, Language language) {
        return wrap(company.get(), content, content.toText(), language);
    }

    /** The same for who has the company at hand already, and the plain text as it shall read. */
    public LetterBody wrap(Company sender, Html content, String text, Language language) {
        var phone = messages.getMessage("mail.phone", new Object[] {sender.phone()}, language.locale());
        return new LetterBody(text(text, sender, phone), html(content, sender, phone, language));
    }

    private String html(Html content, Company sender, String phone, Language language) {
        var page = new StringOutput();
        templates.render(
                "mail/paper.jte",
                Map.of("content", content, "company", sender, "language", language, "phone", phone),
                page);
        return page.toString();
    }

    /** The two dashes and the space tell mail programs where the signature begins (RFC 3676, 4.3). */
    private static String text(String content, Company sender, String phone) {
        return Stream.of(
                        content + "\n\n-- ",
                        sender.name(),
                        sender.address(),
                        sender.email(),
                        sender.phone().isEmpty() ? "" : phone,
                        sender.url(),
                        sender.footer())
                .filter(not(String::isEmpty))
                .collect(joining("\n", "", "\n"));
    }
}
