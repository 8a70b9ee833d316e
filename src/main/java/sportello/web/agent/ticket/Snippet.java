package sportello.web.agent.ticket;

import java.util.List;
import java.util.Map;
import sportello.reply.AnswerTemplate;

/** A short text of the house, filled with what is known, to be put where somebody writes. */
public record Snippet(String name, String text) {

    /** @param known by the names of placeholders */
    public static List<Snippet> filled(List<AnswerTemplate> snippets, Map<String, String> known) {
        return snippets.stream()
                .map(snippet -> new Snippet(snippet.name(), snippet.filled(known)))
                .toList();
    }

    /** How it begins, for whoever looks for it. */
    public String beginning() {
        return text.strip().replaceAll("\\s+", " ");
    }
}
