package sportello.notification;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import sportello.base.Language;
import sportello.field.FilledField;
import sportello.field.Reader;
import sportello.field.ValueText;
import sportello.reply.Placeholders;
import sportello.ticket.Briefing;
import sportello.ticket.Status;

/**
 * What the placeholders of a letter stand for. A customer's letter knows less than one for the desk: what is not among
 * its values cannot stand in it, whatever a template asks for.
 */
final class Values {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /** What a customer's letter can ask for. */
    static final Set<String> FOR_CUSTOMERS = Set.of(
            "recipient.first_name",
            "recipient.name",
            "ticket.number",
            "ticket.title",
            "ticket.link",
            "ticket.state",
            "ticket.service",
            "customer.name",
            "customer_user.name",
            "owner.name",
            "article.sender",
            "article.subject",
            "article.text",
            "article.files",
            "customer_article.subject",
            "customer_article.text");

    /** What a letter for the desk can ask for. */
    static final Set<String> FOR_THE_DESK = Stream.concat(
                    FOR_CUSTOMERS.stream(),
                    Stream.of(
                            "ticket.queue",
                            "ticket.priority",
                            "ticket.type",
                            "ticket.pending_until",
                            "responsible.name",
                            "actor.name",
                            "loss.address",
                            "loss.answer"))
            .collect(toUnmodifiableSet());

    private Values() {}

    static Map<String, String> of(
            Person reader, Matter matter, String link, MessageSource messages, Language language) {
        var values = new HashMap<String, String>();
        putForAll(values, reader, matter, link);
        switch (reader) {
            case Person.OfTheDesk _ -> {
                values.put("ticket.state", state(matter.ticket().state(), language, messages));
                values.put(
                        "ticket.priority",
                        message("priority." + matter.ticket().traits().priority(), language, messages));
                putForTheDesk(values, reader, matter);
                var said = matter.said();
                putFields(values, said.all(), said.article().all(), new Reader(language, reader.zone()), messages);
            }
            case Person.OfACustomer _, Person.Outside _, Person.Hook _ -> {
                values.put("ticket.state", stateForCustomers(matter.ticket().state(), language, messages));
                putForTheCustomer(values, matter.ticket());
                if (matter.said().sealed()) {
                    values.put("article.text", message("notification.sealed", language, messages));
                    values.put("article.files", "");
                }
                var said = matter.said();
                putFields(
                        values,
                        said.toCustomers(),
                        said.article().toCustomers(),
                        new Reader(language, reader.zone()),
                        messages);
            }
        }
        return Map.copyOf(values);
    }

    private static void putForAll(Map<String, String> values, Person reader, Matter matter, String link) {
        var ticket = matter.ticket();
        values.put("recipient.first_name", reader.firstName());
        values.put("recipient.name", reader.name());
        values.put("ticket.number", ticket.number().value());
        values.put("ticket.title", ticket.title());
        values.put("ticket.link", link);
        values.put("customer.name", ticket.customerName());
        values.put("customer_user.name", ticket.customerUserName());
        values.put("owner.name", matter.ownerName());
        values.put("customer_article.subject", matter.said().byCustomer().subject());
        values.put("customer_article.text", matter.said().byCustomer().text());
    }

    private static void putForTheDesk(Map<String, String> values, Person reader, Matter matter) {
        var ticket = matter.ticket();
        var until = ticket.pendingUntil();
        values.put("ticket.queue", ticket.queueName());
        values.put("ticket.type", ticket.traits().type());
        values.put("ticket.service", ticket.traits().service());
        values.put("ticket.pending_until", until == null ? "" : MOMENT.format(until.atZone(reader.zone())));
        values.put("responsible.name", matter.responsibleName());
        values.put("actor.name", matter.actorName());
        putArticle(values, ticket.article());
        putLoss(values, matter.loss());
    }

    private static void putLoss(Map<String, String> values, @Nullable Loss loss) {
        values.put("loss.address", loss == null ? "" : loss.address());
        values.put("loss.answer", loss == null ? "" : loss.answer());
    }

    private static void putForTheCustomer(Map<String, String> values, Briefing ticket) {
        var article = ticket.article();
        values.put(
                "ticket.service",
                ticket.traits().serviceForCustomers() ? ticket.traits().service() : "");
        putArticle(values, article != null && article.visible() ? article : null);
    }

    private static void putFields(
            Map<String, String> values,
            List<FilledField> ofTicket,
            List<FilledField> ofArticle,
            Reader reader,
            MessageSource messages) {
        var yes = message("field.yes", reader.language(), messages);
        var no = message("field.no", reader.language(), messages);
        for (var one : ofTicket)
            values.put(Placeholders.OF_FIELDS + one.field().key(), ValueText.shown(one.value(), reader, yes, no));
        for (var one : ofArticle)
            values.put(
                    Placeholders.OF_ARTICLE_FIELDS + one.field().key(), ValueText.shown(one.value(), reader, yes, no));
    }

    private static void putArticle(Map<String, String> values, Briefing.@Nullable Text article) {
        values.put("article.sender", article == null ? "" : article.senderName());
        values.put("article.subject", article == null ? "" : article.subject());
        values.put("article.text", article == null ? "" : article.text());
        values.put("article.files", article == null ? "" : String.join(", ", article.files()));
    }

    private static String stateForCustomers(Status state, Language language, MessageSource messages) {
        var own = messages.getMessage("state_for_customers." + state.key(), null, null, language.locale());
        return own == null ? state(state.model(), language, messages) : withinALine(own, language);
    }

    private static String state(Status state, Language language, MessageSource messages) {
        return withinALine(message("state." + state.key(), language, messages), language);
    }

    private static String message(String key, Language language, MessageSource messages) {
        return messages.getMessage(key, null, language.locale());
    }

    /** As in "in lavorazione"; what is written in capitals stays. */
    private static String withinALine(String name, Language language) {
        var second = name.offsetByCodePoints(0, 1);
        if (name.length() > second && Character.isUpperCase(name.codePointAt(second))) return name;
        return name.substring(0, second).toLowerCase(language.locale()) + name.substring(second);
    }
}
