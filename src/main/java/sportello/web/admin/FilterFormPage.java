package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.field.Field;
import sportello.field.Kind;
import sportello.postmaster.KeptFilter;
import sportello.postmaster.MailFilter;
import sportello.queue.Queue;
import sportello.ticket.Beginning;
import sportello.ticket.HouseLabels;
import sportello.ticket.OfferedClasses;
import sportello.ticket.OwnState;
import sportello.ticket.State;
import sportello.ticket.Status;

/**
 * @param kept the filter that is corrected, null for a new one
 * @param queues into which a mail can go
 * @param agents who can be given it
 * @param classes of which its ticket can be
 * @param labels what its state can be
 * @param fields of the house's own that can be filled in
 */
public record FilterFormPage(
        @Nullable KeptFilter kept,
        FilterForm form,
        List<Queue> queues,
        List<Agent> agents,
        OfferedClasses classes,
        HouseLabels labels,
        List<Field> fields,
        @Nullable Refusal refusal) {
    private static final List<String> HEADERS =
            List.of("Subject", "From", "Reply-To", "To", "Cc", "Delivered-To", "List-Id", "X-Priority", "X-Spam-Flag");

    /** Those in which a ticket can begin; how long one waits is wished on its own. */
    private static final List<State> STATES = List.of(State.NEW, State.OPEN);

    public String action() {
        return kept == null ? Area.FILTERS.address() : Area.FILTERS.address() + "/" + kept.id();
    }

    /** Those that are looked at most. */
    public List<String> headers() {
        return HEADERS;
    }

    /** For the messages, and for the form. */
    public String key(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** What is wished where it is nothing that could be chosen: kept, and shown as it stands. */
    public String odd(String wish) {
        var value = form.wish(wish);
        var known = switch (wish) {
            case "priority" -> value.matches("[1-5].*");
            case "type" -> classes.type(value).isPresent();
            case "service" -> classes.service(value).isPresent();
            case "state" -> states().stream().anyMatch(state -> wishOf(state).equals(value));
            default -> agents.stream().anyMatch(agent -> agent.login().equals(value));
        };
        return known ? "" : value;
    }

    /** The keys of fields that are to say something though nobody asks them any more. */
    public List<String> oddFields() {
        return form.fields().stream()
                .filter(key -> fields.stream().noneMatch(field -> field.key().equals(key)))
                .toList();
    }

    /** The fields that can hold another house's number. */
    public List<Field> leading() {
        return fields.stream().filter(field -> field.kind() == Kind.LINE).toList();
    }

    /** Whether the field that leads to a ticket can do so no more. */
    public boolean isOddLead() {
        var chosen = form.leadsBy();
        return !chosen.isEmpty()
                && leading().stream().noneMatch(field -> field.key().equals(chosen));
    }

    /** The name of its input. */
    public String leadsBy() {
        return MailFilter.Setting.LEADS_BY;
    }

    /** In the name of its input, before its key. */
    public String ofField() {
        return MailFilter.Setting.OF_FIELD;
    }

    /** What is wrong with what the field is to say, null if nothing is. */
    public @Nullable Refusal problem(String key) {
        return refusal != null
                        && refusal.message().equals("filters.field")
                        && refusal.arguments().getFirst().equals(key)
                ? refusal
                : null;
    }

    /** Of the priority that is wished, null for none. */
    public @Nullable Integer level() {
        var wish = form.wish("priority");
        return wish.matches("[1-5].*") ? Integer.valueOf(wish.substring(0, 1)) : null;
    }

    /** Those in which a ticket can begin, and the house's own that behave like one of them or wait for a day. */
    public List<Status> states() {
        return labels.offered(Beginning.STATES, null).stream()
                .filter(state -> state instanceof OwnState || STATES.contains(state.model()))
                .toList();
    }

    /** As a filter wishes it: one of the house's own by its name, as a header would. */
    public String wishOf(Status state) {
        return state instanceof OwnState ? labels.name(state, Language.ITALIAN) : state.key();
    }
}
