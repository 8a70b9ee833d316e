package sportello.web.agent.bulk;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.Queues;
import sportello.reply.AnswerTemplates;
import sportello.reply.Placeholders;
import sportello.reply.TemplateKind;
import sportello.web.agent.ticket.Snippet;

/** The short texts for what is written on many tickets: those that speak of nothing but the writer. */
@Component
class BulkSnippets {
    private final AnswerTemplates templates;
    private final Queues queues;

    BulkSnippets(AnswerTemplates templates, Queues queues) {
        this.templates = templates;
        this.queues = queues;
    }

    List<Snippet> of(AgentViewer viewer) {
        var known = Map.of("agent.name", viewer.name(), "agent.first_name", viewer.firstName());
        var places = queues.where(viewer, Permission.RO).stream().map(Queue::id).toList();
        var fitting = templates.of(places, TemplateKind.SNIPPET).stream()
                .filter(snippet -> known.keySet().containsAll(Placeholders.in(snippet.body())))
                .toList();
        return Snippet.filled(fitting, known);
    }
}
