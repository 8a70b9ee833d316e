package sportello.web.agent.ticket;

import java.util.List;
import sportello.mail.Recipient;

/** Whom one may mean by the few letters typed. */
public record RecipientsPage(List<Suggestion> suggestions) {

    public RecipientsPage {
        suggestions = List.copyOf(suggestions);
    }

    /** @param side the organisation of who asks; empty for who works here */
    public record Suggestion(Recipient recipient, String side) {}
}
