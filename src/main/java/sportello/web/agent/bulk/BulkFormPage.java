package sportello.web.agent.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Refusal;
import sportello.field.AskedField;
import sportello.queue.Queue;
import sportello.ticket.Limits;
import sportello.ticket.OfferedClasses;
import sportello.ticket.Priority;
import sportello.web.Away;

/**
 * The question what exactly is to be done to the chosen tickets.
 *
 * @param agents who can be chosen, where one must be
 * @param queues where the tickets can be moved, if they are to be
 * @param draft when it was left as a draft, null for what is new
 * @param classes what they can be, if they are to be said to be something
 * @param fields the house's own, if they are to be filled in
 * @param away who of them, or of those to whom tickets of the queues go by default, is out of office
 * @param limits those that are in force on all of the tickets
 * @param snippets whether the house has short texts for what is written
 * @param from the list to go back to
 */
public record BulkFormPage(
        BulkForm form,
        int tickets,
        List<Agent> agents,
        List<Queue> queues,
        OfferedClasses classes,
        List<AskedField> fields,
        Away away,
        Limits limits,
        boolean snippets,
        String from,
        @Nullable Instant draft,
        @Nullable Refusal refusal) {

    public BulkFormPage {
        agents = List.copyOf(agents);
        queues = queues.stream()
                .filter(queue -> limits.against(queue.id()).isEmpty())
                .toList();
        classes = limits.classes(classes);
        fields = List.copyOf(fields);
    }

    /** For the messages: what is done. */
    public String what() {
        return form.action().equals("type") ? classes.asked().key() : form.action();
    }

    public List<Priority> priorities() {
        return List.of(Priority.values());
    }

    /** All in one field, since there may be many. */
    public String numbers() {
        return String.join(",", form.ticket());
    }
}
