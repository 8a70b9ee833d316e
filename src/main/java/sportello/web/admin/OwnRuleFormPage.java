package sportello.web.admin;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.KeptGroup;
import sportello.agent.KeptRole;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.field.Field;
import sportello.field.Subject;
import sportello.notification.Audience;
import sportello.notification.KeptOwnRule;
import sportello.notification.Occasion;
import sportello.notification.Wording;
import sportello.queue.Queue;
import sportello.reply.Placeholders;
import sportello.ticket.Channel;
import sportello.ticket.Choice;
import sportello.ticket.OfferedClasses;
import sportello.ticket.OfferedWords;
import sportello.ticket.Sender;
import sportello.ticket.Status;
import sportello.webhook.KeptWebhook;

/**
 * @param kept the rule that is corrected, null for a new one
 * @param offered what there is to choose from
 * @param previews how it reads with a ticket, none if nobody asked
 * @param waitsUntil until when it would wait with the ticket for the working hours, null if it would not
 * @param sentTo where it was mailed as a trial, empty if it was not
 */
public record OwnRuleFormPage(
        @Nullable KeptOwnRule kept,
        OwnRuleForm form,
        Offered offered,
        Map<Language, Wording> previews,
        @Nullable Instant waitsUntil,
        String sentTo,
        @Nullable Refusal refusal) {

    public record Offered(
            List<Queue> queues,
            List<Agent> agents,
            List<KeptGroup> groups,
            List<KeptRole> roles,
            List<KeptWebhook> webhooks,
            OfferedWords words,
            List<Status> states) {

        /** The house's own of tickets. */
        public List<Field> fields() {
            return words.fields(Subject.TICKET);
        }

        public OfferedClasses classes() {
            return words.classes();
        }
    }

    public String action() {
        return kept == null ? Area.OWN_RULES.address() : Area.OWN_RULES.address() + "/" + kept.id();
    }

    public List<Tick> occasions() {
        return Tick.of(
                Arrays.asList(Occasion.values()), Occasion::message, form.rule().occasions());
    }

    public List<Tick> queues() {
        return Tick.of(
                offered.queues(),
                queue -> queue.id().value(),
                Queue::name,
                form.rule().tickets().queues());
    }

    public List<Tick> states() {
        return Tick.of(offered.states(), form.rule().tickets().states());
    }

    public List<Tick> types() {
        return Tick.of(
                offered.classes().types(),
                Choice::id,
                Choice::name,
                form.rule().tickets().types());
    }

    public List<Tick> services() {
        return Tick.of(
                offered.classes().services(),
                Choice::id,
                Choice::name,
                form.rule().tickets().services());
    }

    public List<Tick> owners() {
        return agents(form.rule().tickets().owners());
    }

    public List<Tick> responsibles() {
        return agents(form.rule().tickets().responsibles());
    }

    public List<Tick> named() {
        return agents(form.rule().recipients().agents());
    }

    private List<Tick> agents(Set<Long> ticked) {
        return Tick.of(offered.agents(), agent -> agent.id().value(), Agent::name, ticked);
    }

    public List<Tick> senders() {
        return Tick.of(
                Arrays.asList(Sender.values()),
                sender -> "own_rules.sender." + sender.key(),
                form.rule().articles().senders());
    }

    public List<Tick> channels() {
        return Tick.of(
                Arrays.asList(Channel.values()),
                channel -> "own_rules.channel." + channel.key(),
                form.rule().articles().channels());
    }

    public List<Tick> audiences() {
        return Tick.of(
                Audience.TICKED, Audience::message, form.rule().recipients().ticked());
    }

    public List<Tick> groups() {
        return Tick.of(
                offered.groups(),
                kept -> kept.group().id().value(),
                kept -> kept.group().name(),
                form.rule().recipients().groups());
    }

    public List<Tick> roles() {
        return Tick.of(
                offered.roles(),
                role -> role.id().value(),
                KeptRole::name,
                form.rule().recipients().roles());
    }

    public List<Tick> webhooks() {
        return Tick.of(
                offered.webhooks(),
                kept -> kept.webhook().id().value(),
                kept -> kept.webhook().name(),
                form.rule().recipients().webhooks());
    }

    public List<Permission> permissions() {
        return Arrays.asList(Permission.values());
    }

    public List<Language> languages() {
        return Arrays.asList(Language.values());
    }

    /** What can stand in its texts, as it is written there. */
    public List<String> places() {
        var fields = Stream.concat(
                offered.fields().stream().map(field -> Placeholders.OF_FIELDS + field.key()),
                offered.words().fields(Subject.ARTICLE).stream()
                        .map(field -> Placeholders.OF_ARTICLE_FIELDS + field.key()));
        return Placeholders.written(new TreeSet<>(
                Stream.concat(form.rule().places().stream(), fields).toList()));
    }
}
