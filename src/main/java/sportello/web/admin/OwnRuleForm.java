package sportello.web.admin;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.notification.ArticleFilter;
import sportello.notification.Audience;
import sportello.notification.KeptOwnRule;
import sportello.notification.Occasion;
import sportello.notification.Options;
import sportello.notification.OwnRule;
import sportello.notification.Recipients;
import sportello.notification.TicketFilter;
import sportello.notification.Wording;
import sportello.ticket.Channel;
import sportello.ticket.Sender;
import sportello.ticket.Status;

/**
 * A rule of the house's own as somebody typed it.
 *
 * @param seen the version of the rule that is corrected, 0 for a new one
 * @param number of the ticket with which to try it
 */
public record OwnRuleForm(int seen, OwnRule rule, boolean valid, String number) {
    private static final String OF_FIELDS = "field.";

    static final OwnRuleForm BLANK = new OwnRuleForm(
            0,
            new OwnRule(
                    "",
                    Set.of(),
                    TicketFilter.ALL,
                    ArticleFilter.ALL,
                    new Recipients(Set.of(), null, Set.of(), Set.of(), Set.of(), List.of()),
                    Options.NONE,
                    Map.of()),
            true,
            "");

    static OwnRuleForm of(KeptOwnRule kept) {
        return new OwnRuleForm(kept.version(), kept.rule(), kept.valid(), "");
    }

    static OwnRuleForm read(Sent sent) {
        var rule = new OwnRule(
                sent.text("name"),
                sent.ticks("occasion", Occasion.class),
                tickets(sent),
                articles(sent),
                recipients(sent),
                new Options(
                        sent.ticked("daily"),
                        sent.ticked("absentToo"),
                        sent.ticked("actorToo"),
                        sent.ticked("withFiles"),
                        sent.ticked("mayBeSilenced"),
                        sent.ticked("inWorkingHours")),
                texts(sent));
        return new OwnRuleForm(sent.number("version"), rule, sent.ticked("valid"), sent.text("number"));
    }

    private static TicketFilter tickets(Sent sent) {
        return new TicketFilter(
                sent.ticks("queue"),
                sent.all("state").stream()
                        .flatMap(key -> Status.of(key).stream())
                        .collect(Collectors.toSet()),
                sent.ticks("priority").stream().map(Long::intValue).collect(Collectors.toSet()),
                sent.ticks("type"),
                sent.ticks("service"),
                sent.eitherWay("locked"),
                sent.ticks("owner"),
                sent.ticks("responsible"),
                Set.copyOf(words(sent.text("customers"))),
                fields(sent));
    }

    private static Map<String, String> fields(Sent sent) {
        var wanted = new HashMap<String, String>();
        for (var name : sent.fields().keySet())
            if (name.startsWith(OF_FIELDS) && !sent.text(name).isBlank())
                wanted.put(name.substring(OF_FIELDS.length()), sent.text(name));
        return wanted;
    }

    private static ArticleFilter articles(Sent sent) {
        return new ArticleFilter(
                sent.ticks("sender", Sender.class),
                sent.ticks("channel", Channel.class),
                sent.eitherWay("visible"),
                sent.text("subject"),
                sent.text("body"),
                sent.eitherWay("files"));
    }

    private static Recipients recipients(Sent sent) {
        return new Recipients(
                sent.ticks("audience", Audience.class),
                permission(sent.text("permission")),
                sent.ticks("group"),
                sent.ticks("role"),
                sent.ticks("agent"),
                words(sent.text("addresses")),
                sent.ticks("webhook"));
    }

    private static @Nullable Permission permission(String key) {
        return Arrays.stream(Permission.values())
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static Map<Language, Wording> texts(Sent sent) {
        var texts = new EnumMap<Language, Wording>(Language.class);
        for (var language : Language.values())
            texts.put(
                    language,
                    new Wording(sent.text("subject." + language.code()), sent.text("body." + language.code())));
        return texts;
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+"))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    /** Empty where nothing is written in it. */
    public Wording text(Language language) {
        return rule.texts().getOrDefault(language, new Wording("", ""));
    }

    /** The languages in which something is written; all if nothing is, since then that is what is amiss. */
    List<Language> written() {
        var written = Arrays.stream(Language.values())
                .filter(language -> !text(language).body().isBlank())
                .toList();
        return written.isEmpty() ? Arrays.asList(Language.values()) : written;
    }

    public String customers() {
        return rule.tickets().customers().stream().sorted().collect(Collectors.joining(", "));
    }

    public String addresses() {
        return String.join(", ", rule.recipients().addresses());
    }
}
