package sportello.notification;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.ticket.Briefing;
import sportello.ticket.Channel;
import sportello.ticket.Sender;

/**
 * Which texts a rule is for; one that asks for something is for no news without a text.
 *
 * @param visible to the customer, null for either way; so is {@code files}, whether some came with it
 * @param subject what stands in it, whatever the capitals; so does {@code body}
 */
public record ArticleFilter(
        Set<Sender> senders,
        Set<Channel> channels,
        @Nullable Boolean visible,
        String subject,
        String body,
        @Nullable Boolean files) {
    public static final ArticleFilter ALL = new ArticleFilter(Set.of(), Set.of(), null, "", "", null);

    public ArticleFilter {
        senders = Set.copyOf(senders);
        channels = Set.copyOf(channels);
    }

    boolean admits(Briefing.@Nullable Text article) {
        if (equals(ALL)) return true;
        return article != null
                && (senders.isEmpty() || senders.contains(article.sender()))
                && (channels.isEmpty() || channels.contains(article.channel()))
                && (visible == null || visible == article.visible())
                && stands(subject, article.subject())
                && stands(body, article.text())
                && (files == null || files != article.files().isEmpty());
    }

    private static boolean stands(String wanted, String text) {
        return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }
}
