package sportello.web.agent.ticket;

import java.util.List;
import sportello.field.AskedField;
import sportello.reply.AnswerTemplate;
import sportello.reply.TemplateFile;

/**
 * What is prepared for a form.
 *
 * @param templates that fit it
 * @param snippets of its queue
 * @param files that the chosen template brings, or brought before
 * @param fields the house's own that it asks for
 */
public record Offer(
        List<AnswerTemplate> templates,
        List<AnswerTemplate> snippets,
        List<TemplateFile> files,
        List<AskedField> fields) {
    public static final Offer NONE = new Offer(List.of(), List.of(), List.of(), List.of());

    public Offer {
        templates = List.copyOf(templates);
        snippets = List.copyOf(snippets);
        files = List.copyOf(files);
        fields = List.copyOf(fields);
    }

    /** The snippets that are not among the templates already. */
    public List<AnswerTemplate> further() {
        return snippets.stream().filter(snippet -> !templates.contains(snippet)).toList();
    }
}
