package sportello.postmaster;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.base.Outcome;
import sportello.field.Field;
import sportello.field.Fields;
import sportello.field.Kind;
import sportello.field.Reader;
import sportello.field.WantedField;
import sportello.mail.OurCompany;
import sportello.postmaster.MailFilter.Setting;
import sportello.queue.Queues;
import sportello.ticket.Beginning;
import sportello.ticket.Choices;
import sportello.ticket.Labels;
import sportello.ticket.Priority;
import sportello.ticket.State;
import sportello.ticket.Status;

/** Understands what filters and headers want. What it does not understand is noted, and nothing else happens. */
@Component
class WishWords {
    private static final Set<String> NAMES = Set.of(
            "queue",
            "priority",
            "state",
            "owner",
            "responsible",
            "title",
            "type",
            "service",
            "pending",
            "lock",
            "ignore",
            "silent",
            Setting.LEADS_BY);

    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;
    private static final Duration LONGEST = Duration.ofDays(5 * 365);
    private static final Pattern HOURS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern SPAN = Pattern.compile("\\+([0-9]{1,9})([smhd]?)");

    private final Queues queues;
    private final Agents agents;
    private final Choices choices;
    private final Labels labels;
    private final Fields fields;
    private final OurCompany company;

    WishWords(Queues queues, Agents agents, Choices choices, Labels labels, Fields fields, OurCompany company) {
        this.fields = fields;
        this.company = company;
        this.queues = queues;
        this.agents = agents;
        this.choices = choices;
        this.labels = labels;
    }

    /** Of a mail that opens a ticket; to ignore it, and to keep silent, is wanted of all. */
    Course add(Course course, Setting wanted) {
        return understood(course.wishes(), wanted, course.setup().fields())
                .map(course::wishing)
                .orElseGet(() -> course.noting("not_understood", words(wanted)));
    }

    /** The same of a mail that is added to a ticket. */
    Course addOnFollowUp(Course course, Setting wanted) {
        return understood(course.onFollowUp(), wanted, course.setup().fields())
                .map(course::wishingOnFollowUp)
                .orElseGet(() -> course.noting("not_understood", words(wanted)));
    }

    private static String words(Setting wanted) {
        var field = wanted.field();
        return (field == null ? wanted.name() : field) + ": " + wanted.value();
    }

    private static Optional<Field> field(String key, List<Field> known) {
        return known.stream().filter(field -> field.key().equalsIgnoreCase(key)).findFirst();
    }

    private Optional<Wishes> said(Wishes wishes, String key, String value, List<Field> known) {
        var field = field(key, known);
        if (field.isEmpty()) return Optional.empty();
        return fields.named(field.get(), value, Reader.of(company.house()), List.of())
                        instanceof Outcome.Done<Optional<WantedField>>(var to)
                ? Optional.of(wishes.field(
                        to.orElseGet(() -> new WantedField(field.get().name(), null, null))))
                : Optional.empty();
    }

    /** Whether the wish would be heeded as it stands. */
    boolean isUnderstood(Setting wanted) {
        return understood(Wishes.NONE, wanted, fields.all()).isPresent();
    }

    /** The name of a wish as it is kept, if there is one of that name. */
    Optional<String> named(Setting wanted) {
        var key = wanted.field();
        if (key != null) return field(key, fields.all()).map(field -> Setting.OF_FIELD + field.key());
        return NAMES.contains(wanted.name()) ? Optional.of(wanted.name()) : Optional.empty();
    }

    /**
     * Whether the state is one in which a ticket is over. None begins so: whoever closes says why and for how long it took,
     * and whoever asked is told; a mail can only become nothing.
     */
    static boolean wouldEnd(String value) {
        var wanted = value.strip().toLowerCase(Locale.ROOT);
        return wanted.startsWith("closed")
                || wanted.startsWith("pending auto")
                || wanted.equals("merged")
                || wanted.equals("removed");
    }

    /** @param known the fields of the house's own that tickets have */
    private Optional<Wishes> understood(Wishes wishes, Setting wanted, List<Field> known) {
        var field = wanted.field();
        var value = wanted.value().strip();
        if (field != null) return said(wishes, field, value, known);
        return wanted.name().equals(Setting.LEADS_BY)
                ? field(value, known).filter(WishWords::canLead).map(lead -> wishes)
                : understood(wishes, wanted.name(), value);
    }

    private Optional<Wishes> understood(Wishes wishes, String name, String value) {
        return switch (name) {
            case "queue" -> queues.byName(value).map(wishes::queue);
            case "priority" -> priority(value).map(wishes::priority);
            case "state" -> state(value).map(wishes::state);
            case "owner" -> agent(value).map(wishes::owner);
            case "responsible" -> agent(value).map(wishes::responsible);
            case "title" -> value.isEmpty() ? Optional.empty() : Optional.of(wishes.title(value));
            case "type" -> choices.offered().type(value).map(wishes::type);
            case "service" -> choices.offered().service(value).map(wishes::service);
            case "pending" -> pending(value).map(wishes::pending);
            case "lock" -> isYes(value) ? Optional.of(wishes.lock()) : Optional.of(wishes);
            case "ignore" -> isYes(value) ? Optional.of(wishes.ignore()) : Optional.of(wishes);
            case "silent" -> isYes(value) ? Optional.of(wishes.silence()) : Optional.of(wishes);
            default -> Optional.empty();
        };
    }

    /** Another house's number is a line; to look for any other value would find tickets by chance. */
    private static boolean canLead(Field field) {
        return field.kind() == Kind.LINE;
    }

    /** {@code 4}, and {@code 4 high} as OTRS writes it. */
    private Optional<Integer> priority(String value) {
        if (value.isEmpty()) return Optional.empty();
        var level = value.charAt(0) - '0';
        return level >= LOWEST && level <= HIGHEST && labels.now().isInUse(Priority.of(level))
                ? Optional.of(level)
                : Optional.empty();
    }

    /** Those in which a ticket may begin. */
    private Optional<Status> state(String value) {
        return known(value)
                .or(() -> labels.now().named(value, Beginning.STATES))
                .filter(state -> labels.now().isInUse(state));
    }

    private static Optional<Status> known(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "new" -> Optional.of(State.NEW);
            case "open" -> Optional.of(State.OPEN);
            case "pending reminder" -> Optional.of(State.PENDING_REMINDER);
            default -> Optional.empty();
        };
    }

    /** {@code 4} hours, and {@code +3d} or {@code +600} seconds as OTRS writes it. */
    private Optional<Duration> pending(String value) {
        if (!labels.now().isInUse(State.PENDING_REMINDER)) return Optional.empty();
        return waiting(value);
    }

    /** Longer than nothing, and shorter than another age. */
    static Optional<Duration> waiting(String value) {
        return span(value).filter(span -> span.isPositive() && span.compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> span(String value) {
        if (HOURS.matcher(value).matches()) return Optional.of(Duration.ofHours(Long.parseLong(value)));
        var span = SPAN.matcher(value);
        if (!span.matches()) return Optional.empty();
        var count = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    case "d" -> Duration.ofDays(count);
                    default -> Duration.ofSeconds(count);
                });
    }

    private Optional<AgentId> agent(String login) {
        return agents.byLogin(login).filter(Agent::valid).map(Agent::id);
    }

    private static boolean isYes(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "", "yes", "true", "1", "lock" -> true;
            default -> false;
        };
    }
}
