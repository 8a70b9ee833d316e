package sportello.mailbox;

import java.util.List;
import java.util.Set;

/**
 * What a look into a mailbox has shown.
 *
 * @param waiting how many mails would be fetched
 * @param abilities what the server says it can do, in its own words
 * @param folders those that can be read, the first by name; none where the protocol has none
 */
public record Looked(int waiting, Set<String> abilities, List<String> folders) {

    public Looked {
        abilities = Set.copyOf(abilities);
        folders = List.copyOf(folders);
    }

    /** Whether the server tells of new mail by itself. */
    public boolean tells() {
        return abilities.contains("IDLE");
    }
}
