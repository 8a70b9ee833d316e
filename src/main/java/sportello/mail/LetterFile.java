package sportello.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.storage.Hash;

/**
 * A file that goes along with a letter; its bytes are kept by the house. What is said of it stands in the head of its part,
 * so nothing in it can end a line there.
 *
 * @param contentId by which the letter's HTML shows it, null for what is only attached
 */
public record LetterFile(
        String name,
        String mediaType,
        long size,
        Hash hash,
        @Nullable String contentId) {
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,101}/[A-Za-z0-9!#$&^_.+-]{1,101}");
    /** What may stand between the angles of a Content-ID. */
    private static final Pattern IDENTIFIER = Pattern.compile("[!-~&&[^<>]]{1,250}");

    private static final String UNKNOWN = "application/octet-stream";

    public LetterFile {
        name = CleanText.line(name);
        mediaType = TYPE.matcher(mediaType).matches() ? mediaType : UNKNOWN;
        contentId = contentId != null && IDENTIFIER.matcher(contentId).matches() ? contentId : null;
    }

    public LetterFile(String name, String mediaType, long size, Hash hash) {
        this(name, mediaType, size, hash, null);
    }
}
