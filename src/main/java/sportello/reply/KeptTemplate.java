package sportello.reply;

import java.util.List;

/**
 * A template as administrators see it.
 *
 * @param queues the names of those whose tickets it fits
 * @param version which correction of it this is
 */
public record KeptTemplate(
        AnswerTemplateId id, TemplateDetails details, List<String> queues, List<TemplateFile> files, int version) {

    public KeptTemplate {
        queues = List.copyOf(queues);
        files = List.copyOf(files);
    }
}
