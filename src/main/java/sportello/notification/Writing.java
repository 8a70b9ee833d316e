package sportello.notification;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.base.Language;
import sportello.mail.Letter;
import sportello.mail.LetterFile;
import sportello.mail.LetterPaper;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.queue.Queues;
import sportello.reply.Placeholders;
import sportello.settings.Settings;
import sportello.ticket.Briefing;
import sportello.ticket.Briefings;
import sportello.webhook.Message;

/** Writes the letter that a rule means for one person: in the person's language, as HTML and as plain text (S53, S54). */
@Component
class Writing {
    private final LetterPaper paper;
    private final Outbox outbox;
    private final Queues queues;
    private final Briefings briefings;
    private final MessageSource messages;
    private final String address;

    Writing(
            LetterPaper paper,
            Outbox outbox,
            Queues queues,
            Briefings briefings,
            MessageSource messages,
            Settings settings) {
        this.briefings = briefings;
        this.paper = paper;
        this.outbox = outbox;
        this.queues = queues;
        this.messages = messages;
        this.address = settings.baseUrl().toString();
    }

    /** All letters about a ticket hang on one thread name, so that mail programs keep them together. */
    Letter letter(Notice notice, Matter matter) {
        return letter(notice, matter, notice.person().language());
    }

    /** The same in a language that need not be the reader's. */
    Letter letter(Notice notice, Matter matter, Language language) {
        var person = notice.person();
        var link = link(person, matter.ticket());
        var wording = notice.rule().in(language).filled(Values.of(person, matter, link, messages, language));
        var text = preface(notice) + wording.body();
        var content = Html.ofText(text, matter.ticket().number().value(), link);
        var thread = outbox.thread(matter.ticket().id().thread());
        return new Letter(
                        new Recipient(person.name(), person.address()),
                        wording.subject(),
                        paper.wrap(matter.company(), content, text, language),
                        thread,
                        List.of(thread),
                        true)
                .with(files(notice, matter))
                .sentBy(sender(person, matter.ticket()));
    }

    /** The same in the words of the rule alone, for a webhook. */
    Message message(Person.Hook hook, Notice notice, Occasion occasion, Matter matter) {
        var link = link(hook, matter.ticket());
        var language = hook.language();
        var wording = notice.rule().in(language).filled(Values.of(hook, matter, link, messages, language));
        return new Message(
                hook.webhook().id(),
                occasion.key(),
                matter.ticket().number().value(),
                link,
                wording.subject().isBlank() ? matter.ticket().number().value() : wording.subject(),
                wording.body().strip());
    }

    /** As far as the reader may read the text with which they came. */
    private List<LetterFile> files(Notice notice, Matter matter) {
        var article = matter.ticket().article();
        if (!notice.rule().options().withFiles()
                || article == null
                || article.files().isEmpty()) return List.of();
        return switch (notice.person()) {
            case Person.OfTheDesk _ -> briefings.filesOf(article.id());
            case Person.OfACustomer _, Person.Outside _, Person.Hook _ ->
                article.visible() && !matter.said().sealed() ? briefings.filesOf(article.id()) : List.of();
        };
    }

    /** A letter about no ticket, with the names of its places where something would stand. */
    Letter blank(Set<String> places, Wording wording, Language language, Recipient to) {
        var fields =
                Placeholders.in(wording.subject() + wording.body()).stream().filter(Placeholders::isOfFields);
        var names = Stream.concat(places.stream(), fields).collect(toMap(name -> name, name -> "[" + name + "]"));
        var filled = wording.filled(names);
        return new Letter(
                to, filled.subject(), paper.wrap(Html.ofText(filled.body()), language), null, List.of(), true);
    }

    /** Customers hear from the queue to which they write; the desk, from the house. */
    private @Nullable Recipient sender(Person person, Briefing ticket) {
        return switch (person) {
            case Person.OfTheDesk _, Person.Outside _, Person.Hook _ -> null;
            case Person.OfACustomer _ -> queues.sender(ticket.queue()).orElse(null);
        };
    }

    /** Whoever stands in for a colleague must know why such a letter comes. */
    private String preface(Notice notice) {
        var absent = notice.insteadOf();
        if (absent == null) return "";
        var locale = notice.person().language().locale();
        return messages.getMessage("notification.instead", new Object[] {absent.name()}, locale) + "\n\n";
    }

    /** The desk's address is the one that the procedure gives (S55). */
    private String link(Person person, Briefing ticket) {
        return switch (person) {
            case Person.OfTheDesk _, Person.Outside _, Person.Hook _ ->
                address + "/index.pl?Action=AgentTicketZoom;TicketID="
                        + ticket.id().value();
            case Person.OfACustomer _ -> address + "/portal/requests/" + ticket.number();
        };
    }
}
