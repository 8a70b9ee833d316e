package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.storage.Hash;

/**
 * A file that came with an article; its name is data.
 *
 * @param contentId by which the article's HTML shows it, null for what is only attached
 */
public record AttachedFile(
        int position,
        String name,
        String mediaType,
        long size,
        Hash hash,
        @Nullable String contentId) {

    public AttachedFile(int position, String name, String mediaType, long size, Hash hash) {
        this(position, name, mediaType, size, hash, null);
    }

    /** Whether it stands within the text. */
    public boolean isWithin() {
        return contentId != null;
    }
}
