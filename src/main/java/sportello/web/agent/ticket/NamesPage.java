package sportello.web.agent.ticket;

import java.util.List;
import sportello.field.Named;

/** Whom a field may mean by the few letters typed. */
public record NamesPage(List<Suggestion> suggestions) {

    public NamesPage {
        suggestions = List.copyOf(suggestions);
    }

    /** @param key the log-in of an agent, the code of an organisation, the address of a person */
    public record Suggestion(String key, String name) {

        /** As it will stand in the form. */
        public String line() {
            return Named.typed(key, name);
        }
    }
}
