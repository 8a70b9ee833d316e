package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Refusal;
import sportello.ticket.Work;

/**
 * What limits leave an agent on a ticket.
 *
 * @param number of the ticket, as it was typed
 * @param agent who was chosen, 0 for nobody
 * @param parts what can be chosen, kind by kind; none while nobody has asked
 */
public record LimitTrialPage(
        String number,
        long agent,
        List<Agent> agents,
        List<Part> parts,
        @Nullable Refusal refusal) {

    public LimitTrialPage {
        agents = List.copyOf(agents);
        parts = List.copyOf(parts);
    }

    /** @param title the key of the message that says of what these are */
    public record Part(String title, List<Chance> chances) {

        public List<Chance> left() {
            return chances.stream().filter(chance -> chance.why() == null).toList();
        }

        public List<Chance> taken() {
            return chances.stream().filter(chance -> chance.why() != null).toList();
        }

        static <T> Part of(
                String title,
                List<T> all,
                boolean isMessage,
                Function<T, String> label,
                Function<T, Optional<Refusal>> why) {
            return new Part(
                    title,
                    all.stream()
                            .map(one -> new Chance(
                                    label.apply(one), isMessage, why.apply(one).orElse(null)))
                            .toList());
        }
    }

    /**
     * Something to do or to choose.
     *
     * @param label what it is called, or the key of the message that says it
     * @param why it is taken away, null where it is left
     */
    public record Chance(
            String label, boolean isMessage, @Nullable Refusal why) {}

    /** How a piece of work is called. */
    static String message(Work work) {
        return "limits.work." + work.name().toLowerCase(Locale.ROOT);
    }
}
