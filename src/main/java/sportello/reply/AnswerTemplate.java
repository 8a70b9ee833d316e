package sportello.reply;

import java.util.List;
import java.util.Map;

/** A prepared text, plain, and the files that come with it; its placeholders stand for what is known of a ticket when it is used. */
public record AnswerTemplate(AnswerTemplateId id, String name, String body, List<TemplateFile> files) {

    public AnswerTemplate {
        files = List.copyOf(files);
    }

    /** The answer with the values in their places; what is unknown is named in the text, for the agent to see. */
    public String filled(Map<String, String> values) {
        return Placeholders.inText(body, values).content();
    }
}
