package sportello.mailbox;

import java.util.Set;

/**
 * What a look into a mailbox has shown.
 *
 * @param waiting how many mails would be fetched
 * @param abilities what the server says it can do, in its own words
 */
public record Looked(int waiting, Set<String> abilities) {

    public Looked {
        abilities = Set.copyOf(abilities);
    }

    /** Whether the server tells of new mail by itself. */
    public boolean tells() {
        return abilities.contains("IDLE");
    }
}
