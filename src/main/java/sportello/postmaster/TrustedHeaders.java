package sportello.postmaster;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final WishWords words;

    TrustedHeaders(WishWords words) {
        this.words = words;
    }

    @Override
    public Next take(Course course) {
        if (!course.trusted()) return Step.goOn(course);
        var further = course;
        for (var field : course.mail().headers().fields()) {
            var wish = wish(field.name().toLowerCase(Locale.ROOT));
            if (wish == null) continue;
            further = further.noting("header", field.name());
            var wanted = new Setting(wish.name(), field.value());
            further = wish.onFollowUp() ? words.addOnFollowUp(further, wanted) : words.add(further, wanted);
        }
        return Step.goOn(further);
    }

    private record Wish(String name, boolean onFollowUp) {}

    private static @Nullable Wish wish(String header) {
        return PREFIXES.stream()
                .filter(header::startsWith)
                .findFirst()
                .map(prefix -> named(header.substring(prefix.length())))
                .orElse(null);
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
