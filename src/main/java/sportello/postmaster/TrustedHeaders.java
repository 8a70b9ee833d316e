package sportello.postmaster;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.postmaster.MailFilter.Setting;

/**
 * What headers such as {@code X-OTRS-Queue} want, in mails from mailboxes that are marked as trusted. Anywhere else they
 * are words of whoever wrote them, and nobody looks.
 */
@Component
class TrustedHeaders implements Step {
    private static final List<String> PREFIXES = List.of("x-sportello-", "x-otrs-", "x-otobo-", "x-znuny-");

    private static final String FOLLOW_UP = "followup-";

    /** Before the key of a field of the house's own, as we and as OTRS write it. */
    private static final List<String> OF_FIELDS = List.of("field-", "dynamicfield-");

    private static final Map<String, String> WISHES = Map.ofEntries(
            entry("queue", "queue"),
            entry("priority", "priority"),
            entry("state", "state"),
            entry("state-pendingtime", "pending"),
            entry("owner", "owner"),
            entry("responsible", "responsible"),
            entry("title", "title"),
            entry("type", "type"),
            entry("service", "service"),
            entry("lock", "lock"),
            entry("ignore", "ignore"),
            entry("loop", "silent"));

    /** Understood elsewhere: by whoever looks for who asks. */
    private static final Set<String> OTHERS = Set.of(WhoAsks.HEADER);

    private final WishWords words;

    TrustedHeaders(WishWords words) {
        this.words = words;
    }

    @Override
    public Next take(Course course) {
        if (!course.trusted()) return Step.goOn(course);
        var further = course;
        for (var field : course.mail().headers().fields()) {
            var name = field.name().toLowerCase(Locale.ROOT);
            var said = said(name).orElse(null);
            if (said == null || OTHERS.contains(said)) continue;
            var wish = named(said);
            if (wish == null) {
                further = further.noting("not_understood", field.name() + ": " + field.value());
                continue;
            }
            further = further.noting("header", field.name());
            var wanted = new Setting(wish.name(), field.value());
            further = wish.onFollowUp() ? words.addOnFollowUp(further, wanted) : words.add(further, wanted);
        }
        return Step.goOn(further);
    }

    private record Wish(String name, boolean onFollowUp) {}

    /** What the first header of this name says, without its prefix; nothing where the mailbox is not trusted. */
    static Optional<String> value(Course course, String name) {
        if (!course.trusted()) return Optional.empty();
        return course.mail().headers().fields().stream()
                .filter(field -> said(field.name().toLowerCase(Locale.ROOT))
                        .filter(name::equals)
                        .isPresent())
                .map(field -> field.value().strip())
                .findFirst();
    }

    /** What stands behind the prefix, if there is one. */
    private static Optional<String> said(String header) {
        return PREFIXES.stream()
                .filter(header::startsWith)
                .findFirst()
                .map(prefix -> header.substring(prefix.length()));
    }

    private static @Nullable Wish named(String header) {
        var onFollowUp = header.startsWith(FOLLOW_UP);
        var said = onFollowUp ? header.substring(FOLLOW_UP.length()) : header;
        for (var prefix : OF_FIELDS)
            if (said.startsWith(prefix))
                return new Wish(Setting.OF_FIELD + said.substring(prefix.length()), onFollowUp);
        var name = WISHES.get(said);
        return name == null ? null : new Wish(name, onFollowUp);
    }
}
