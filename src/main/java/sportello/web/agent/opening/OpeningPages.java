package sportello.web.agent.opening;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.base.Refusal;
import sportello.customer.Contact;
import sportello.customer.CustomerUserId;
import sportello.customer.Directory;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.reply.AnswerTemplate;
import sportello.reply.AnswerTemplates;
import sportello.reply.TemplateKind;
import sportello.ticket.Choice;
import sportello.ticket.Choices;
import sportello.ticket.Sight;
import sportello.web.AwayPeople;
import sportello.web.FieldForms;
import sportello.web.agent.ticket.Snippet;

/** Puts the form for a new ticket together. */
@Component
class OpeningPages {
    private static final int ORGANISATIONS = 200;

    private final Lookup lookup;
    private final Directory directory;
    private final Queues queues;
    private final Agents agents;
    private final Choices choices;
    private final AnswerTemplates templates;
    private final AwayPeople away;
    private final OpeningDrafts drafts;
    private final FieldForms fields;

    OpeningPages(
            Lookup lookup,
            Directory directory,
            Queues queues,
            Agents agents,
            Choices choices,
            AnswerTemplates templates,
            AwayPeople away,
            OpeningDrafts drafts,
            FieldForms fields) {
        this.fields = fields;
        this.lookup = lookup;
        this.directory = directory;
        this.queues = queues;
        this.agents = agents;
        this.choices = choices;
        this.templates = templates;
        this.away = away;
        this.drafts = drafts;
    }

    /** @param draft when it was left as a draft, null for what is new */
    OpeningPage of(OpeningForm typed, AgentViewer viewer, @Nullable Instant draft, @Nullable Refusal refusal) {
        var open = queues.where(viewer, Permission.CREATE);
        var groups = open.stream().map(Queue::group).distinct().toList();
        var keeps = viewer.authority().keepsCustomers();
        var able = agents.with(Permission.RW, groups);
        var words = choices.words();
        var prepared = templates.andSnippets(ids(open), TemplateKind.OPENING);
        return new OpeningPage(
                typed.way(),
                typed,
                lookup.contacts(typed, viewer),
                keeps && typed.known().isEmpty() ? directory.names(ORGANISATIONS, Sight.circle(viewer)) : List.of(),
                open,
                able.entrySet().stream()
                        .map(one -> new OpeningPage.Able(one.getKey(), one.getValue()))
                        .toList(),
                away.among(able.keySet()),
                words.classes(),
                fields.of(words.fields(), Screen.OPENING, typed.fields(), refusal != null, viewer),
                prepared,
                templates.files(typed.brought(), ids(open)),
                draft == null && typed.saved().offered().isEmpty() ? List.of() : drafts.files(typed, viewer),
                lookup.similar(typed, viewer),
                keeps,
                draft,
                refusal);
    }

    /** The form for a person whose page was open: chosen already, for the own organisation. */
    OpeningForm chosen(OpeningForm typed, CustomerUserId user, AgentViewer viewer) {
        return directory.contactsOf(user, Sight.circle(viewer)).stream()
                .filter(Contact::valid)
                .findFirst()
                .map(contact -> typed.askedBy(OpeningPage.key(contact)).about(about(user)))
                .orElse(typed);
    }

    /** As drafts are told apart; a number beyond all people is nobody's. */
    private static int about(CustomerUserId user) {
        return user.value() > Integer.MAX_VALUE ? 0 : (int) user.value();
    }

    /** The form with the template's text before what was typed. */
    OpeningForm filled(OpeningForm typed, AgentViewer viewer) {
        var open = ids(queues.where(viewer, Permission.CREATE));
        return templates.andSnippets(open, TemplateKind.OPENING).stream()
                .filter(template -> typed.isTemplate(template.id().value()))
                .findFirst()
                .map(template -> typed.under(text(template, typed, viewer), template.files()))
                .orElse(typed);
    }

    /** The snippets of the queue that is chosen, or of all in which the agent may open tickets. */
    List<Snippet> snippets(OpeningForm typed, AgentViewer viewer) {
        var open = queues.where(viewer, Permission.CREATE);
        var chosen = open.stream()
                .filter(queue ->
                        typed.queue() != null && typed.queue() == queue.id().value())
                .toList();
        var all = templates.of(ids(chosen.isEmpty() ? open : chosen), TemplateKind.SNIPPET);
        return all.isEmpty() ? List.of() : Snippet.filled(all, known(typed, viewer));
    }

    private static List<QueueId> ids(List<Queue> queues) {
        return queues.stream().map(Queue::id).toList();
    }

    private String text(AnswerTemplate template, OpeningForm typed, AgentViewer viewer) {
        return template.filled(known(typed, viewer));
    }

    private Map<String, String> known(OpeningForm typed, AgentViewer viewer) {
        var asker = lookup.contacts(typed, viewer).stream()
                .filter(contact -> OpeningPage.isAsker(typed, contact))
                .findFirst();
        return Map.of(
                "ticket.title", typed.title(),
                "ticket.service", service(typed),
                "customer.name", asker.map(Contact::customerName).orElse(typed.organisation()),
                "customer_user.name",
                        asker.map(Contact::name).orElse((typed.firstName() + " " + typed.lastName()).strip()),
                "customer_user.first_name", asker.map(Contact::firstName).orElse(typed.firstName()),
                "agent.name", viewer.name(),
                "agent.first_name", viewer.firstName());
    }

    private String service(OpeningForm typed) {
        var wanted = typed.service();
        return choices.offered().services().stream()
                .filter(one -> wanted != null && wanted == one.id())
                .map(Choice::name)
                .findFirst()
                .orElse("");
    }
}
