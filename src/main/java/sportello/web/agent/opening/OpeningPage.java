package sportello.web.agent.opening;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.GroupId;
import sportello.base.Refusal;
import sportello.customer.Contact;
import sportello.field.AskedField;
import sportello.queue.Queue;
import sportello.reply.AnswerTemplate;
import sportello.reply.TemplateFile;
import sportello.reply.TemplateKind;
import sportello.ticket.Beginning;
import sportello.ticket.DraftFile;
import sportello.ticket.OfferedClasses;
import sportello.ticket.SimilarTicket;
import sportello.ticket.State;
import sportello.web.Away;

/**
 * The form in which a ticket is opened at the desk.
 *
 * @param contacts among whom the asker is chosen
 * @param organisations names to be offered while one is typed; none where the asker is chosen already
 * @param queues where the agent may open tickets
 * @param able who can work in them
 * @param away who of them is out of office
 * @param classes of which it can be
 * @param fields the house's own
 * @param prepared templates for this form, and snippets
 * @param brought the files that a template brings
 * @param saved the files of the draft
 * @param similar what the same customer has open already
 * @param draft when it was left as a draft, null for what is new
 * @param mayEnter whether a person whom nobody knows yet can be entered
 */
public record OpeningPage(
        Way way,
        OpeningForm typed,
        List<Contact> contacts,
        List<String> organisations,
        List<Queue> queues,
        List<Able> able,
        Away away,
        OfferedClasses classes,
        List<AskedField> fields,
        List<AnswerTemplate> prepared,
        List<TemplateFile> brought,
        List<DraftFile> saved,
        List<SimilarTicket> similar,
        boolean mayEnter,
        @Nullable Instant draft,
        @Nullable Refusal refusal) {

    public OpeningPage {
        contacts = List.copyOf(contacts);
        organisations = List.copyOf(organisations);
        queues = List.copyOf(queues);
        able = List.copyOf(able);
        fields = List.copyOf(fields);
        prepared = List.copyOf(prepared);
        brought = List.copyOf(brought);
        saved = List.copyOf(saved);
        similar = List.copyOf(similar);
    }

    /** Somebody who can be given tickets of the groups. */
    public record Able(Agent agent, Set<GroupId> groups) {

        /** The groups as the page's script compares them, between spaces. */
        public String marks() {
            var marks = new StringBuilder(" ");
            groups.forEach(group -> marks.append(group.value()).append(' '));
            return marks.toString();
        }
    }

    public List<AnswerTemplate> templates() {
        return prepared.stream()
                .filter(template -> template.isFor(TemplateKind.OPENING))
                .toList();
    }

    /** The snippets that are not among the templates already. */
    public List<AnswerTemplate> further() {
        return prepared.stream()
                .filter(template -> !template.isFor(TemplateKind.OPENING))
                .toList();
    }

    public boolean hasSnippets() {
        return prepared.stream().anyMatch(template -> template.isFor(TemplateKind.SNIPPET));
    }

    /** Whether the queue stands chosen; the only one does. */
    public boolean isChosen(Queue queue) {
        return queues.size() == 1 || typed.isQueue(queue.id().value());
    }

    public boolean hasReserved() {
        return queues.stream().anyMatch(Queue::reserved);
    }

    public List<State> states() {
        return Beginning.STATES;
    }

    public boolean mustNameNewOrganisation() {
        return typed.isOfNewOrganisation()
                || refusal != null && refusal.message().equals("opening.organisation");
    }

    static String key(Contact contact) {
        return contact.id().value() + "-" + contact.customer().value();
    }

    /** Whether the contact stands chosen. */
    public static boolean isAsker(OpeningForm typed, Contact contact) {
        return typed.asker().equals(key(contact));
    }

    /** As it stands in the form. */
    public static String asker(Contact contact) {
        return key(contact);
    }
}
