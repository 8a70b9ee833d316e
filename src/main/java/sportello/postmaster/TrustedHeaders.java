package sportello.postmaster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What headers such as {@code X-OTRS-Queue} want, in mails from mailboxes that are marked as trusted. Anywhere else they
 * are words of whoever wrote them, and nobody looks.
 */
@Component
class TrustedHeaders implements Step {
    private static final List<String> PREFIXES = List.of("x-sportello-", "x-otrs-", "x-otobo-", "x-znuny-");

    private static final Map<String, String> WISHES = Map.of(
            "queue", "queue",
            "priority", "priority",
            "state", "state",
            "owner", "owner",
            "responsible", "responsible",
            "title", "title",
            "ignore", "ignore",
            "loop", "silent");

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
            if (wish != null) further = words.add(further.noting("header", field.name()), wish, field.value());
        }
        return Step.goOn(further);
    }

    private static @Nullable String wish(String header) {
        return PREFIXES.stream()
                .filter(header::startsWith)
                .findFirst()
                .map(prefix -> WISHES.get(header.substring(prefix.length())))
                .orElse(null);
    }
}
