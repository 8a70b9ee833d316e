package sportello.webhook;

import java.util.Locale;

/** What the other side understands. */
public enum Format {
    /** Our own JSON, for programs that somebody writes for us. */
    SPORTELLO,
    /** An incoming webhook of Slack, or of Mattermost, which reads the same. */
    SLACK,
    /** A workflow of Microsoft Teams that posts a card. */
    TEAMS;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Format of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
