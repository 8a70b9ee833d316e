package sportello.reply;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

/** The prepared texts of the house; the empty one, with which everything may begin, is not among them. */
@Component
public class AnswerTemplates {
    private final AnswerTemplateSql sql;

    AnswerTemplates(AnswerTemplateSql sql) {
        this.sql = sql;
    }

    /** The valid ones that are meant for the queue and for such a form, by name. */
    public List<AnswerTemplate> of(QueueId queue, TemplateKind kind) {
        return of(List.of(queue), kind);
    }

    /** The same for whichever of the queues it will be. */
    public List<AnswerTemplate> of(Collection<QueueId> queues, TemplateKind kind) {
        return sql.of(queues, EnumSet.of(kind)).stream()
                .filter(template -> template.isFor(kind))
                .toList();
    }

    /** The same, and the snippets, which fit every form. */
    public List<AnswerTemplate> andSnippets(Collection<QueueId> queues, TemplateKind kind) {
        return sql.of(queues, EnumSet.of(kind, TemplateKind.SNIPPET)).stream()
                .filter(template -> template.isFor(kind) || template.isFor(TemplateKind.SNIPPET))
                .toList();
    }

    /** The one that was chosen, unless it is not, or no longer, meant for it. */
    public Optional<AnswerTemplate> find(AnswerTemplateId id, QueueId queue, TemplateKind kind) {
        return of(queue, kind).stream()
                .filter(template -> template.id().equals(id))
                .findFirst();
    }

    /** Those of the files that a template of the queues brings, in whatever form. */
    public List<TemplateFile> files(Collection<Long> ids, Collection<QueueId> queues) {
        if (ids.isEmpty()) return List.of();
        return sql.of(queues, EnumSet.allOf(TemplateKind.class)).stream()
                .flatMap(template -> template.files().stream())
                .filter(file -> ids.contains(file.id()))
                .toList();
    }
}
