package sportello.reply;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A prepared text, plain, and the files that come with it; its placeholders stand for what is known of a ticket when it is
 * used.
 *
 * @param kinds where it is offered
 */
public record AnswerTemplate(
        AnswerTemplateId id, String name, String body, Set<TemplateKind> kinds, List<TemplateFile> files) {

    public AnswerTemplate {
        kinds = Set.copyOf(kinds);
        files = List.copyOf(files);
    }

    public boolean isFor(TemplateKind kind) {
        return kinds.contains(kind) && (kind != TemplateKind.SNIPPET || files.isEmpty());
    }

    /** The answer with the values in their places; what is unknown is named in the text, for the agent to see. */
    public String filled(Map<String, String> values) {
        return Placeholders.inText(body, values).content();
    }
}
