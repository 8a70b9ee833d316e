package sportello.mail;

import org.jspecify.annotations.Nullable;
import sportello.storage.Hash;

/**
 * A file that goes along with a letter; its bytes are kept by the house.
 *
 * @param contentId by which the letter's HTML shows it, null for what is only attached
 */
public record LetterFile(
        String name,
        String mediaType,
        long size,
        Hash hash,
        @Nullable String contentId) {

    public LetterFile(String name, String mediaType, long size, Hash hash) {
        this(name, mediaType, size, hash, null);
    }
}
