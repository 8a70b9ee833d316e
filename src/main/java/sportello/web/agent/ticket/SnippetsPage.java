package sportello.web.agent.ticket;

import java.util.List;

/** The snippets for a text, by name. */
public record SnippetsPage(List<Snippet> snippets) {

    public SnippetsPage {
        snippets = List.copyOf(snippets);
    }
}
